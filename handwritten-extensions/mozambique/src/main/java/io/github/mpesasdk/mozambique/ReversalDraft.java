package io.github.mpesasdk.mozambique;

import java.math.BigDecimal;

/** What a caller says about one reversal; the client adds the rest. Used within one call, by one thread. */
public final class ReversalDraft extends MozambiqueDraft<ReversalDraft> {

    private static final String RECEIPT = "input_TransactionID";
    private static final String AMOUNT = "input_ReversalAmount";

    ReversalDraft() {
        name("receipt", RECEIPT);
    }

    /** The transaction id of the payment to undo. */
    public ReversalDraft receipt(String transactionId) {
        return set("receipt", RECEIPT, transactionId);
    }

    /** The part to give back, in meticais. Without an amount, all of it is given back. */
    public ReversalDraft amount(long meticais) {
        return amount(BigDecimal.valueOf(meticais));
    }

    /** The same with decimals. */
    public ReversalDraft amount(BigDecimal meticais) {
        return set("amount", AMOUNT, meticais);
    }
}
