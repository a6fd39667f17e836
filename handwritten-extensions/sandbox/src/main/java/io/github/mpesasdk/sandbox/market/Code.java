package io.github.mpesasdk.sandbox.market;

/**
 * How a request ended, in the gateway's code and words.
 *
 * @param http the status of an answer with this code
 * @param code such as {@code INS-0}
 * @param words what the gateway says with it
 */
public record Code(int http, String code, String words) {

    /** The same code in other words. */
    public Code saying(String otherWords) {
        return new Code(http, code, otherWords);
    }

    /** The same code with something put into its words where they have a name in braces. */
    public Code filled(String name, String value) {
        return saying(words.replace("{" + name + "}", value));
    }

    /** The same code with another status. */
    public Code with(int status) {
        return new Code(status, code, words);
    }
}
