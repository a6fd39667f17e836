package io.github.mpesasdk.core.outcome;

import io.github.mpesasdk.runtime.Reference;
import java.util.Optional;

/**
 * What became of a payment. Never guessed: a callback or an answer of the gateway stands behind {@link Succeeded} and
 * {@link Failed}; everything else is {@link Pending} or {@link Unknown}.
 */
public sealed interface Outcome permits Succeeded, Failed, Pending, Unknown {

    /** What to ask with, and what to keep. */
    Reference reference();

    /** The gateway's result code, as text; empty where no answer gave one. */
    Optional<String> code();

    /** Whether asking again can change it. */
    default boolean isSettled() {
        return this instanceof Succeeded || this instanceof Failed;
    }
}
