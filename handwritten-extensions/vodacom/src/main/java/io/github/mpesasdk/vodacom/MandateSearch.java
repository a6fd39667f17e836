package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.vodacomapi.model.TrueOrFalse;
import java.math.BigDecimal;

/** Names a mandate, to ask for it or to cancel it. Used within one call, by one thread. */
public final class MandateSearch extends VodacomDraft<MandateSearch> {

    private static final String ASKS_BALANCE = "input_QueryBalanceAmount";
    private static final String BALANCE = "input_BalanceAmount";

    private final boolean isQuestion;

    private MandateSearch(Numbers numbers, boolean isQuestion) {
        super(numbers);
        this.isQuestion = isQuestion;
        nameMandate();
    }

    static MandateSearch toAsk(Numbers numbers) {
        return new MandateSearch(numbers, true).set("covers", ASKS_BALANCE, TrueOrFalse.NO.value());
    }

    static MandateSearch toCancel(Numbers numbers) {
        return new MandateSearch(numbers, false);
    }

    /** The customer's number; or give the {@link #token}. */
    public MandateSearch from(String msisdn) {
        return number("from", msisdn);
    }

    /** The customer's number; or give the {@link #token}. */
    public MandateSearch from(Msisdn msisdn) {
        return number("from", msisdn);
    }

    /** The token that stands for the customer's number. */
    public MandateSearch token(String msisdnToken) {
        return msisdnToken(msisdnToken);
    }

    /** The reference that the mandate was created with. */
    public MandateSearch reference(String text) {
        return mandate(text);
    }

    /** The gateway's id of the mandate, if it is known. */
    public MandateSearch mandateId(String id) {
        return set("mandateId", VodacomFields.MANDATE_ID, id);
    }

    /** Asks whether the customer's balance covers an amount as well. Not for cancelling. */
    public MandateSearch covers(BigDecimal amount) {
        return isQuestion
                ? set("covers", ASKS_BALANCE, TrueOrFalse.YES.value()).set("covers", BALANCE, amount)
                : wrong("covers", BALANCE, "is for query only");
    }
}
