package io.github.mpesasdk.sandbox.market;

/**
 * Why the body of a request cannot be read.
 *
 * @param kind what is wrong with it
 * @param words the same for people
 */
public record BodyFault(Kind kind, String words) {

    /** What can be wrong with a body. */
    public enum Kind {
        /** There is more of it than is read. */
        TOO_LONG,
        /** It is not in the encoding or the charset that it names. */
        UNREADABLE
    }
}
