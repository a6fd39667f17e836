package io.github.mpesasdk;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a payment. Never guessed: a callback or an answer of the gateway stands behind {@link Succeeded} and
 * {@link Failed}; everything else is {@link Pending} or {@link Unknown}, and says why.
 */
public sealed interface Outcome permits Succeeded, Failed, Pending, Unknown {

    /**
     * What a code says about a payment; only a final one settles it.
     *
     * @param words the gateway's own words, cleaned
     * @param receipt the M-Pesa receipt, if there is one
     * @param details everything the gateway said, by wire name
     */
    static Outcome of(
            Code code,
            @Nullable String words,
            Reference reference,
            @Nullable String receipt,
            Map<String, String> details) {
        return switch (Decoded.State.of(code)) {
            case SUCCEEDED -> new Succeeded(reference, Optional.of(code), Optional.ofNullable(receipt), details);
            case FAILED -> new Failed(reference, Optional.of(code), words);
            case PENDING -> new Pending(reference, Reason.of(Reason.Kind.PROCESSING, code, words));
            case UNKNOWN -> new Unknown(reference, Reason.of(Reason.Kind.NOT_FINAL, code, words));
        };
    }

    /** What to ask with, and what to keep. */
    Reference reference();

    /** The gateway's code, as the catalogue explains it; empty where no message gave one. */
    Optional<Code> code();

    /** Why it is so, in plain words for people: free of secrets and personal data. */
    String why();

    /** Whether it is final: asking again cannot change it. */
    default boolean isSettled() {
        return this instanceof Succeeded || this instanceof Failed;
    }
}
