package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonPrimitive;

/** How a payment or query ended, in the gateway's code and words. */
record ResultCode(String code, String description) {

    static final ResultCode SUCCESS = new ResultCode("0", "The service request is processed successfully.");
    static final ResultCode INSUFFICIENT_BALANCE =
            new ResultCode("1", "The balance is insufficient for the transaction.");
    static final ResultCode NO_PERMISSION =
            new ResultCode("21", "The initiator is not allowed to initiate this request");
    static final ResultCode CANCELLED = new ResultCode("1032", "Request cancelled by user");
    static final ResultCode NO_ANSWER = new ResultCode("1037", "DS timeout user cannot be reached");
    static final ResultCode WRONG_CREDENTIALS = new ResultCode("2001", "The initiator information is invalid.");
    static final ResultCode NOT_PERMITTED =
            new ResultCode("2028", "The request is not permitted according to product assignment");
    static final ResultCode PENDING = new ResultCode("4999", "The transaction is still under processing");
    static final ResultCode INTERNAL = new ResultCode("17", "System internal error.");
    static final ResultCode UNKNOWN = new ResultCode("4242", "A code that nobody knows.");
    static final ResultCode NO_SUCH_PARTY = new ResultCode("SFC_IC0003", "The operator does not exist.");
    static final ResultCode ALREADY_REVERSED = new ResultCode("R000001", "The transaction has already been reversed.");
    static final ResultCode NOTHING_TO_REVERSE = new ResultCode("R000002", "The OriginalTransactionID is invalid.");

    boolean succeeded() {
        return this.equals(SUCCESS);
    }

    /** A JSON number where the code is one, else text: most callbacks send it so. */
    JsonPrimitive number() {
        return code.matches("\\d+") ? new JsonPrimitive(Integer.parseInt(code)) : text();
    }

    JsonPrimitive text() {
        return new JsonPrimitive(code);
    }
}
