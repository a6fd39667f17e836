package io.github.mpesasdk.sandbox.ipg;

/**
 * How a request ended, in the gateway's words. Each gateway has a table of its own, because the same code does not mean
 * the same in both.
 *
 * @param http the status of an answer with this code
 * @param code such as {@code INS-0}
 * @param description the code in words
 */
public record InsCode(int http, String code, String description) {

    /** The same code in other words. */
    public InsCode saying(String words) {
        return new InsCode(http, code, words);
    }

    /** The same code with another status. */
    public InsCode with(int status) {
        return new InsCode(status, code, description);
    }

    boolean succeeded() {
        return code.endsWith("-0") || code.equals("0");
    }
}
