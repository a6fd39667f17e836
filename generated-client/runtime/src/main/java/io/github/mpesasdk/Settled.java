package io.github.mpesasdk;

import io.github.mpesasdk.runtime.Masked;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment that is settled: by its answer, by a callback, or by asking, on whichever machine. Immutable;
 * {@code toString} hides what is personal.
 */
public final class Settled {

    private final Outcome outcome;
    private final @Nullable String order;
    private final boolean repetition;

    private Settled(Outcome outcome, @Nullable String order, boolean repetition) {
        this.outcome = outcome;
        this.order = order;
        this.repetition = repetition;
    }

    /**
     * Called by journals.
     *
     * @param outcome {@link Succeeded} or {@link Failed}
     * @param order the caller's own key; null where it gave none
     * @param isRepetition see {@link #isRepetition}
     */
    public static Settled of(Outcome outcome, @Nullable String order, boolean isRepetition) {
        return new Settled(outcome, order, isRepetition);
    }

    /** The same, handed over again. */
    public Settled repeated() {
        return new Settled(outcome, order, true);
    }

    /** {@link Succeeded} or {@link Failed}. */
    public Outcome outcome() {
        return outcome;
    }

    /** Whether the money moved. */
    public boolean isPaid() {
        return outcome instanceof Succeeded;
    }

    /** Your own key of the payment, as you gave it. */
    public Optional<String> order() {
        return Optional.ofNullable(order);
    }

    /** What names the payment. */
    public Reference reference() {
        return outcome.reference();
    }

    /**
     * Whether it was handed to a listener before, which failed, or whose process ended before it could say that it was
     * done. Make what you do for an order harmless to do twice.
     */
    public boolean isRepetition() {
        return repetition;
    }

    @Override
    public String toString() {
        return Masked.of("Settled")
                .show("outcome", outcome)
                .show("order", order)
                .show("repetition", repetition)
                .toString();
    }
}
