package io.github.mpesasdk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A payment that the gateway accepted for processing. Thread-safe.
 *
 * @param <A> the record of the acknowledgement
 */
public interface Payment<A> {

    /** What the gateway answered. Accepted is not paid: see {@link #await}. */
    A acknowledgement();

    /** What names the payment. Store its {@link Reference#text()}: it is enough to ask again after a restart. */
    Reference reference();

    /** Your own key of the payment, as you gave it. */
    Optional<String> order();

    /** What is known now, without waiting and without asking. */
    Outcome outcome();

    /**
     * Waits for the callback, asks the gateway when it does not come, and answers what is known after {@code limit} at
     * the latest. Never sends the payment again, and never guesses. An interrupted thread gets what is known, and keeps
     * its interrupt flag.
     *
     * @param limit how long at most; what is negative is over at once
     * @throws InvalidInputException if it is null; the payment stays what it is
     */
    Outcome await(Duration limit);

    /**
     * The same without holding a thread. The future never ends with an error.
     *
     * @throws InvalidInputException if {@code limit} is null; the payment stays what it is
     */
    CompletableFuture<Outcome> awaitAsync(Duration limit);
}
