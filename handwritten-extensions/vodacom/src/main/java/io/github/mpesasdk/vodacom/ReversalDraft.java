package io.github.mpesasdk.vodacom;

import java.math.BigDecimal;

/** What a caller says about one reversal; the client adds the rest. Used within one call, by one thread. */
public final class ReversalDraft extends OnceOnlyDraft<ReversalDraft> {

    ReversalDraft(Numbers numbers) {
        super(numbers);
        name("receipt", VodacomFields.TRANSACTION_ID);
    }

    /** The M-Pesa receipt of the payment to undo, exactly as it came; capital letters count. */
    public ReversalDraft receipt(String number) {
        return set("receipt", VodacomFields.TRANSACTION_ID, number);
    }

    /** How much to give back, in the major unit of the currency. Default: all of it. */
    public ReversalDraft amount(long units) {
        return amount(BigDecimal.valueOf(units));
    }

    /** How much to give back, in the major unit of the currency. Default: all of it. */
    public ReversalDraft amount(BigDecimal units) {
        return set("amount", "input_ReversalAmount", units);
    }
}
