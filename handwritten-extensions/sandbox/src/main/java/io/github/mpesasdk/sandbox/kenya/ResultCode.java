package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.market.Catalogue;
import io.github.mpesasdk.sandbox.market.Code;
import java.util.Set;
import java.util.TreeSet;

/** How a payment or query ended, by the gateway's code. The words are in the catalogue. */
record ResultCode(String code) {

    static final ResultCode SUCCESS = new ResultCode("0");
    static final ResultCode INSUFFICIENT_BALANCE = new ResultCode("1");
    static final ResultCode INTERNAL = new ResultCode("17");
    static final ResultCode NO_PERMISSION = new ResultCode("21");
    static final ResultCode NAME_TAKEN = new ResultCode("1050");
    static final ResultCode CANCELLED = new ResultCode("1032");
    static final ResultCode NO_ANSWER = new ResultCode("1037");
    static final ResultCode WRONG_CREDENTIALS = new ResultCode("2001");
    static final ResultCode NOT_PERMITTED = new ResultCode("2028");
    static final ResultCode NO_SUCH_RECEIPT = new ResultCode("2032");
    static final ResultCode PENDING = new ResultCode("4999");
    static final ResultCode LOCKED = new ResultCode("8006");
    static final ResultCode NO_SUCH_PARTY = new ResultCode("SFC_IC0003");
    static final ResultCode ALREADY_REVERSED = new ResultCode("R000001");
    static final ResultCode NOTHING_TO_REVERSE = new ResultCode("R000002");
    static final ResultCode UNKNOWN = new ResultCode("4242");

    private static final Catalogue CATALOGUE = KenyaMarket.catalogue("x-results");
    private static final Set<String> WITHOUT_RECEIPT = Set.of("4001", "2040");

    /**
     * A failure that the gateway knows.
     *
     * @throws IllegalArgumentException if there is no such code
     */
    static ResultCode failure(String code) {
        Set<String> failures = new TreeSet<>(CATALOGUE.codes());
        failures.remove(SUCCESS.code);
        failures.remove(PENDING.code);
        if (!failures.contains(code)) {
            throw new IllegalArgumentException("no failure " + code + "; there are " + failures);
        }
        return new ResultCode(code);
    }

    String words() {
        return words("");
    }

    /** What one operation says with it, where others say something else. */
    String words(String operationId) {
        return CATALOGUE.find(code, operationId).map(Code::words).orElse("A code that nobody knows.");
    }

    /** Whether a B2C payment that ends so has a receipt all the same; else a placeholder, as was recorded. */
    boolean hasReceipt() {
        return !WITHOUT_RECEIPT.contains(code);
    }

    boolean succeeded() {
        return this.equals(SUCCESS);
    }

    /** A JSON number where the code is one, else text: most callbacks send it so. */
    JsonPrimitive number() {
        return code.matches("\\d+") ? new JsonPrimitive(Integer.parseInt(code)) : new JsonPrimitive(code);
    }
}
