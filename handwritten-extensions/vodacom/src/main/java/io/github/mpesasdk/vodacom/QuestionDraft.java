package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.Msisdn;

/** A question that this client words itself. */
final class QuestionDraft extends VodacomDraft<QuestionDraft> {

    private QuestionDraft(Numbers numbers) {
        super(numbers);
    }

    /** What became of a transaction, by any of its ids. */
    static Draft.Content aboutTransaction(Numbers numbers, String reference) {
        return new QuestionDraft(numbers)
                .set("reference", VodacomFields.QUERY_REFERENCE, reference)
                .content();
    }

    /** Whose number it is. */
    static Draft.Content aboutCustomer(Numbers numbers, String msisdn) {
        return new QuestionDraft(numbers).number("msisdn", msisdn).content();
    }

    static Draft.Content aboutCustomer(Numbers numbers, Msisdn msisdn) {
        return new QuestionDraft(numbers).number("msisdn", msisdn).content();
    }
}
