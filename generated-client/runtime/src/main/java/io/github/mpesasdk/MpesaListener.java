package io.github.mpesasdk;

import java.time.Duration;
import java.util.Optional;

/**
 * Hears what a client does: for logs, traces and metrics. Nothing that it is given is secret or personal, apart from
 * what {@link Received} and {@link Outcome} hold behind their accessors. Every method runs on the thread that does the
 * work (the caller's for a synchronous call), so it must be quick; what it throws is logged and changes nothing.
 * Implementations are thread-safe.
 */
public interface MpesaListener {

    /**
     * A request is about to leave.
     *
     * @param market for example {@code kenya}
     * @param operation for example {@code stkPush}
     */
    default void sent(String market, String operation) {}

    /**
     * A call is over.
     *
     * @param took from the first byte to the last decision, repetitions of questions included
     * @param error how it ended if it did not end well
     */
    default void answered(String market, String operation, Duration took, Optional<MpesaException> error) {}

    /** A genuine callback was read. */
    default void callback(Received<?> received) {}

    /** A callback was refused, because it proves nothing; {@link Received#whyNotGenuine} says why. */
    default void refusedCallback(Received<?> received) {}

    /**
     * A payment of this client is settled, by callback or by asking; told once for each payment in each process, for
     * metrics. To act for an order use {@code onSettled} of the builder, which is told at least once.
     *
     * @param order your own key of the payment, as you gave it
     */
    default void settled(Outcome outcome, Optional<String> order) {}
}
