package io.github.mpesasdk.sandbox.drc;

/**
 * How a payment ended, in the gateway's words. Of failures only one code is on record, so it stands for all.
 *
 * @param conversationId M-Pesa's id of it
 * @param receipt M-Pesa's receipt
 * @param time when the money moved
 */
record Ending(String type, String code, String words, String conversationId, String receipt, String time) {

    private static final String NONE = "-1";

    static final Ending UNPAID = new Ending("-1", "-3", "Failed response initiating payment .", NONE, NONE, NONE);

    /** A code that settles nothing. */
    static final Ending UNSETTLED = new Ending("-1", "-1", "Error", NONE, NONE, NONE);

    static final Ending UNKNOWN = new Ending("-1", "4242", "A code that nobody knows", NONE, NONE, NONE);

    static Ending paid(String conversationId, String receipt, String time) {
        return new Ending("0", "0", "Process service request successfully.", conversationId, receipt, time);
    }
}
