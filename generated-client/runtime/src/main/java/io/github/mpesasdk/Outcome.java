package io.github.mpesasdk;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a payment. Never guessed: a callback or an answer of the gateway stands behind {@link Succeeded} and
 * {@link Failed}; everything else is {@link Pending} or {@link Unknown}.
 */
public sealed interface Outcome permits Succeeded, Failed, Pending, Unknown {

    /**
     * What a result code says about a payment; only a final one settles it.
     *
     * @param receipt the M-Pesa receipt, if there is one
     * @param details everything the gateway said, by wire name
     */
    static Outcome of(Code code, Reference reference, @Nullable String receipt, Map<String, String> details) {
        return switch (Decoded.State.of(code)) {
            case SUCCEEDED -> new Succeeded(reference, receipt, details);
            case FAILED -> new Failed(reference, code);
            case PENDING -> new Pending(reference);
            case UNKNOWN -> new Unknown(reference, code.code().isEmpty() ? null : code);
        };
    }

    /** What to ask with, and what to keep. */
    Reference reference();

    /** The gateway's result code, as text; empty where no answer gave one. */
    Optional<String> code();

    /** Whether asking again can change it. */
    default boolean isSettled() {
        return this instanceof Succeeded || this instanceof Failed;
    }
}
