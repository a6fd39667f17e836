package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.Msisdn;

/** A question that this client words itself. */
final class QuestionDraft extends MozambiqueDraft<QuestionDraft> {

    private static final String WORD = "msisdn";

    /** A question about a transaction, by any of its ids. */
    static Draft.Content aboutTransaction(String id) {
        return new QuestionDraft().set("receipt", "input_QueryReference", id).content();
    }

    /** A question about a customer. */
    static Draft.Content aboutCustomer(String msisdn) {
        return new QuestionDraft().number(WORD, msisdn).content();
    }

    static Draft.Content aboutCustomer(Msisdn msisdn) {
        return new QuestionDraft().number(WORD, msisdn).content();
    }
}
