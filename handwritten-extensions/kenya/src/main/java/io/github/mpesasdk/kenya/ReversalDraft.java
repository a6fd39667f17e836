package io.github.mpesasdk.kenya;

/** What a caller says about one reversal; the client adds the rest. Used within one call, by one thread. */
public final class ReversalDraft extends KenyaDraft<ReversalDraft> {

    ReversalDraft() {
        name("receipt", "TransactionID");
        remarks("reversal");
    }

    /**
     * The M-Pesa receipt of the payment to undo: ten letters and digits. Only payments from customers can be undone.
     */
    public ReversalDraft receipt(String number) {
        return set("receipt", "TransactionID", number);
    }

    /** 2 to 100 characters. */
    public ReversalDraft remarks(String text) {
        return set("remarks", "Remarks", text);
    }

    /** At most 100 characters. */
    public ReversalDraft occasion(String text) {
        return set("occasion", "Occasion", text);
    }
}
