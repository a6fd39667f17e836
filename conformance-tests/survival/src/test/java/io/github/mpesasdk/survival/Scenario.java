package io.github.mpesasdk.survival;

/**
 * One payment, and what happens to it.
 *
 * @param order its order, by which everything finds it
 * @param shop whose it is
 * @param point where the machine that handles it is killed; null for no certain point
 * @param trouble what the gateway does besides
 * @param isApproved whether the customer enters the PIN; others cancel
 * @param isAcknowledged whether the journal had the gateway's id when the machine was killed
 */
record Scenario(
        String order,
        String shop,
        Kind kind,
        Point point,
        Trouble trouble,
        boolean isApproved,
        boolean isAcknowledged) {

    Scenario(String order, String shop, Kind kind, Point point, Trouble trouble, boolean isApproved) {
        this(order, shop, kind, point, trouble, isApproved, false);
    }

    /** The same, after the gateway's id was written down. */
    Scenario acknowledged() {
        return new Scenario(order, shop, kind, point, trouble, isApproved, true);
    }

    /** What sort of payment. */
    enum Kind {
        PUSH("stkPush"),
        PAYOUT("b2cPaymentV3"),
        UNASKED("c2bSimulateV2");

        private final String operation;

        Kind(String operation) {
            this.operation = operation;
        }

        String operation() {
            return operation;
        }
    }

    /** Whether only the gateway's list tells of it, because its confirmation is gone. */
    boolean isFoundByComparison() {
        return kind == Kind.UNASKED && !isCallbackKept();
    }

    /** Whether anything of it reaches the gateway. */
    boolean isSent() {
        return !point.isBeforeRequest();
    }

    /**
     * How the order ends.
     *
     * @param isPaid whether the ledger says that the money moved
     */
    String expected(boolean isPaid) {
        if (kind == Kind.UNASKED) {
            return "RECEIVED";
        }
        if (isPaid) {
            return "PAID";
        }
        if (point.isBeforeJournal()) {
            return "OPEN";
        }
        if (point.isPrepared()) {
            return "FAILED";
        }
        return isSent() && canBeTold() ? "FAILED" : "PERSON";
    }

    // Pull lists what was paid; that nothing was paid, only a callback or a question by the gateway's id can tell.
    private boolean canBeTold() {
        return isCallbackKept() || isNameKept();
    }

    // The gateway repeats nothing: what was posted to a machine that died before its commit is gone.
    private boolean isCallbackKept() {
        return !trouble.losesCallback() && (!point.losesCallback() || trouble.isRepeated());
    }

    // Where the callback comes first, the gateway answers only after it, or when it has waited for long enough.
    private boolean isNameKept() {
        return !trouble.losesAnswer()
                && !point.losesName()
                && (isAcknowledged || !(trouble == Trouble.CALLBACK_EARLY && point.losesCallback()));
    }
}
