package io.github.mpesasdk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why the outcome of a payment is not known yet: for programs a {@link Kind} and the gateway's last code, for people a
 * sentence and the gateway's cleaned words.
 *
 * @param kind what stands in the way
 * @param text one sentence, free of secrets and personal data
 * @param code the last code that the gateway gave, as the catalogue explains it; empty where none came
 * @param words the gateway's own words beside the code, cleaned
 */
public record Reason(
        Kind kind,
        String text,
        Optional<Code> code,
        @Nullable String words) {

    /** What stands in the way of knowing. */
    public enum Kind {
        /** The gateway is still working on the payment, or the customer has not answered. */
        PROCESSING,
        /** No callback arrived in time, and asking gave nothing better. */
        NO_CALLBACK,
        /** The gateway gave a code that settles nothing. */
        NOT_FINAL,
        /** The gateway refused the question: credentials, role or settings are wrong. */
        QUESTION_REFUSED,
        /** The gateway could not be reached, or gave no usable answer to the question. */
        QUESTION_UNANSWERED,
        /** This client has no means of asking: a setting is missing, or the market has no such call. */
        CANNOT_ASK,
        /** A callback cannot be tied to a request, so it proves nothing. */
        NOT_GENUINE,
        /** The client was closed, or the waiting thread was interrupted. */
        STOPPED,
        /** Nobody could say for too long: a person has to look into it. */
        NEEDS_PERSON
    }

    /** A reason without a code. */
    public static Reason of(Kind kind, String text) {
        return new Reason(kind, text, Optional.empty(), null);
    }

    /** A reason with the code of the gateway that stands behind it. */
    public static Reason of(Kind kind, Code code, @Nullable String words) {
        return new Reason(
                kind,
                code.meaning() + " " + code.advice(),
                Optional.of(code).filter(given -> !given.value().isEmpty()),
                words);
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        code.ifPresent(given -> line.append("code ").append(given.value()).append(": "));
        line.append(text);
        if (words != null) {
            line.append(" The gateway said: ").append(words);
        }
        return line.toString();
    }
}
