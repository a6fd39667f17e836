package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a payment or query ended, in the gateway's code and words. */
record ResultCode(String code, String description) {

    static final ResultCode SUCCESS = new ResultCode("0", "The service request is processed successfully.");
    static final ResultCode INSUFFICIENT_BALANCE =
            new ResultCode("1", "The balance is insufficient for the transaction.");
    static final ResultCode NO_RECEIVER = new ResultCode("7", "The ReceiverParty information is invalid.");
    static final ResultCode INTERNAL = new ResultCode("17", "System internal error.");
    static final ResultCode NO_PERMISSION =
            new ResultCode("21", "The initiator is not allowed to initiate this request");
    static final ResultCode NAME_TAKEN = new ResultCode("1050", "A standing order with a similar name exists");
    static final ResultCode CANCELLED = new ResultCode("1032", "Request cancelled by user");
    static final ResultCode NO_ANSWER = new ResultCode("1037", "No response from user.");
    static final ResultCode WRONG_CREDENTIALS = new ResultCode("2001", "The initiator information is invalid.");
    static final ResultCode NOT_PERMITTED =
            new ResultCode("2028", "The request is not permitted according to product assignment");
    static final ResultCode NO_SUCH_RECEIPT = new ResultCode("2032", "The transaction receipt number does not exist.");
    static final ResultCode WRONG_CUSTOMER_TYPE = new ResultCode(
            "2040",
            "Credit Party customer type (Unregistered or Registered Customer) can't be supported by the service .");
    static final ResultCode LITTLE_MONEY = new ResultCode("4001", "Insufficient balance");
    static final ResultCode PENDING = new ResultCode("4999", "The transaction is still under processing");
    static final ResultCode LOCKED = new ResultCode("8006", "The security credential is locked.");
    static final ResultCode BAD_DEBT = new ResultCode("E3008", "Error, the user has a bad debt contract.");
    static final ResultCode UNKNOWN = new ResultCode("4242", "A code that nobody knows.");
    static final ResultCode NO_SUCH_PARTY = new ResultCode("SFC_IC0003", "The operator does not exist.");
    static final ResultCode ALREADY_REVERSED = new ResultCode("R000001", "The transaction has already been reversed.");
    static final ResultCode NOTHING_TO_REVERSE = new ResultCode("R000002", "The OriginalTransactionID is invalid.");

    private static final Map<String, ResultCode> FAILURES = Stream.of(
                    INSUFFICIENT_BALANCE,
                    NO_RECEIVER,
                    INTERNAL,
                    NO_PERMISSION,
                    NAME_TAKEN,
                    CANCELLED,
                    NO_ANSWER,
                    WRONG_CREDENTIALS,
                    NOT_PERMITTED,
                    NO_SUCH_RECEIPT,
                    WRONG_CUSTOMER_TYPE,
                    LITTLE_MONEY,
                    LOCKED,
                    BAD_DEBT,
                    NO_SUCH_PARTY,
                    ALREADY_REVERSED,
                    NOTHING_TO_REVERSE)
            .collect(Collectors.toMap(ResultCode::code, Function.identity(), (one, other) -> one, TreeMap::new));

    /**
     * A failure that the gateway knows.
     *
     * @throws IllegalArgumentException if there is no such code
     */
    static ResultCode failure(String code) {
        ResultCode known = FAILURES.get(code);
        if (known == null) {
            throw new IllegalArgumentException("no failure " + code + "; there are " + FAILURES.keySet());
        }
        return known;
    }

    /** Whether a B2C payment that ends so has a receipt all the same; else a placeholder, as was recorded. */
    boolean hasReceipt() {
        return !this.equals(LITTLE_MONEY) && !this.equals(WRONG_CUSTOMER_TYPE);
    }

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
