package io.github.mpesasdk.journal;

import org.jspecify.annotations.Nullable;

/**
 * Something that was heard of a payment. It is written once, however often it comes.
 *
 * @param kind where it came from
 * @param digest what it is recognised by: the same for the same message, and for no other; at most 64 characters
 * @param code the gateway's code in it; null where it has none
 */
public record Event(Kind kind, String digest, @Nullable String code) {

    /** Where something was heard. */
    public enum Kind {
        /** The gateway accepted the payment. */
        ACKNOWLEDGEMENT,
        /** The gateway refused it, or it was never sent. */
        REFUSAL,
        /** The gateway posted a message. */
        CALLBACK,
        /** The gateway answered a question, or the payment itself. */
        ANSWER,
        /** A person, or time, decided. */
        DECISION
    }
}
