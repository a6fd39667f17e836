package io.github.mpesasdk.vodacom;

/** Bodies of the gateway, for the tests. */
final class Bodies {

    /** An acknowledgement; the outcome follows. */
    static final String ACCEPTED =
            Gateway.answered("{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"N/A\","
                    + "\"output_ConversationID\":\"c-1\"}");

    /** An answer that is the outcome. */
    static final String PAID =
            "201 Created\n{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"TST1234567\","
                    + "\"output_ConversationID\":\"c-1\"}";

    private Bodies() {}

    /** The callback of a payment whose acknowledgement had the conversation id c-1. */
    static String callback(String id, String code) {
        return callback("c-1", id, code);
    }

    static String callback(String conversation, String id, String code) {
        return "{\"input_OriginalConversationID\":\"" + conversation
                + "\",\"input_TransactionID\":\"TST1234567\",\"input_ResultCode\":\"" + code
                + "\",\"input_ResultDesc\":\"Done\",\"input_ThirdPartyConversationID\":\"" + id + "\"}";
    }

    /** The answer to a status query. */
    static String status(String word) {
        return Gateway.answered("{\"output_ResponseCode\":\"INS-0\",\"output_ResponseTransactionStatus\":\"" + word
                + "\",\"output_OriginalTransactionID\":\"TST7654321\"}");
    }
}
