package io.github.mpesasdk;

import io.github.mpesasdk.runtime.Masked;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message that was posted to your callback address, read and judged. Act on {@link #outcome()} and {@link #order()},
 * which are safe as they are: of a message that proves nothing, the outcome is {@link Unknown} and the order is empty.
 * {@code toString} hides what is personal. Immutable.
 *
 * @param <E> the callback types of the market, for example {@code DarajaCallback}
 */
public final class Received<E> {

    private final @Nullable E event;
    private final Outcome outcome;
    private final @Nullable String order;
    private final @Nullable String mistrust;
    private final boolean queueTimeout;
    private final boolean repetition;
    private final String acknowledgement;

    private Received(
            @Nullable E event,
            Outcome outcome,
            @Nullable String order,
            @Nullable String mistrust,
            boolean queueTimeout,
            boolean repetition,
            String acknowledgement) {
        this.event = event;
        this.outcome = outcome;
        this.order = order;
        this.mistrust = mistrust;
        this.queueTimeout = queueTimeout;
        this.repetition = repetition;
        this.acknowledgement = acknowledgement;
    }

    /** A message whose origin is proven. Called by the clients. */
    public static <E> Received<E> genuine(
            E event,
            Outcome outcome,
            @Nullable String order,
            boolean isQueueTimeout,
            boolean isRepetition,
            String acknowledgement) {
        return new Received<>(event, outcome, order, null, isQueueTimeout, isRepetition, acknowledgement);
    }

    /** A message that proves nothing. Called by the clients. */
    public static <E> Received<E> unproven(
            @Nullable E event, Reference reference, String why, boolean isQueueTimeout, String acknowledgement) {
        Unknown outcome = new Unknown(reference, Reason.of(Reason.Kind.NOT_GENUINE, why));
        return new Received<>(event, outcome, null, why, isQueueTimeout, false, acknowledgement);
    }

    /** What the message says became of the payment. */
    public Outcome outcome() {
        return outcome;
    }

    /** What names the payment. */
    public Reference reference() {
        return outcome.reference();
    }

    /** Your own key of the payment, if you gave one and the message proves which payment it speaks of. */
    public Optional<String> order() {
        return Optional.ofNullable(order);
    }

    /**
     * Whether the same message was handled before: on any machine, where the client has a durable journal, and else in
     * this process. Operators repeat callbacks: make what you do for an order harmless to do twice.
     */
    public boolean isRepetition() {
        return repetition;
    }

    /**
     * Whether it only says that the request waited too long inside the gateway. It settles nothing, whatever code is in
     * it; a result may follow.
     */
    public boolean isQueueTimeout() {
        return queueTimeout;
    }

    /** The body to answer with, together with HTTP status 200. */
    public String acknowledgement() {
        return acknowledgement;
    }

    /** Whether the message proves that it comes from the gateway and speaks of a request of yours. */
    public boolean isGenuine() {
        return mistrust == null;
    }

    /** Why the message proves nothing; empty if it is genuine. */
    public Optional<String> whyNotGenuine() {
        return Optional.ofNullable(mistrust);
    }

    /** The message, typed; empty where its origin was refused before it was read. Of {@link #isGenuine} take note. */
    public Optional<E> event() {
        return Optional.ofNullable(event);
    }

    @Override
    public String toString() {
        return Masked.of("Received")
                .show("outcome", outcome)
                .show("order", order)
                .show("repetition", repetition)
                .show("notGenuine", mistrust)
                .toString();
    }
}
