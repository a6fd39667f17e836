package io.github.mpesasdk;

import io.github.mpesasdk.runtime.Masked;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment that was sent, and of which nobody could say for too long what became of it. The money may have moved:
 * never send it again before somebody has looked. If the truth comes after all, it is told as {@link Settled}.
 * Immutable.
 */
public final class NeedsPerson {

    private final Unknown outcome;
    private final @Nullable String order;
    private final String advice;

    private NeedsPerson(Unknown outcome, @Nullable String order, String advice) {
        this.outcome = outcome;
        this.order = order;
        this.advice = advice;
    }

    /** Called by journals. */
    public static NeedsPerson of(Unknown outcome, @Nullable String order) {
        return new NeedsPerson(
                outcome,
                order,
                "Look it up in the statement of the short code, by its amount and time, or ask the operator's support;"
                        + " then close it with decide(...).");
    }

    /** What names the payment. */
    public Reference reference() {
        return outcome.reference();
    }

    /** Your own key of the payment, as you gave it. */
    public Optional<String> order() {
        return Optional.ofNullable(order);
    }

    /** Why nobody knows, with the gateway's last code and words. */
    public Reason reason() {
        return outcome.reason();
    }

    /** What a person has to do, in one sentence. */
    public String advice() {
        return advice;
    }

    @Override
    public String toString() {
        return Masked.of("NeedsPerson")
                .show("reference", reference())
                .show("order", order)
                .show("reason", reason())
                .toString();
    }
}
