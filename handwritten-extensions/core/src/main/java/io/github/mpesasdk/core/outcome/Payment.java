package io.github.mpesasdk.core.outcome;

import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.runtime.Masked;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A payment that the gateway accepted for processing. Thread-safe.
 *
 * @param <A> the acknowledgement
 */
public final class Payment<A> {

    private final A acknowledgement;
    private final Reference reference;
    private final Settlement settlement;

    public Payment(A acknowledgement, Reference reference, Settlement settlement) {
        this.acknowledgement = acknowledgement;
        this.reference = reference;
        this.settlement = settlement;
    }

    /** What the gateway answered: accepted, not yet paid. */
    public A acknowledgement() {
        return acknowledgement;
    }

    /** What names the payment; keep it, it is enough to ask again after a restart. */
    public Reference reference() {
        return reference;
    }

    /**
     * Waits for the callback, asks the gateway when it does not come, and answers what is known after {@code limit} at
     * the latest. Never sends the payment again, and never guesses.
     */
    public Outcome await(Duration limit) {
        return settlement.await(limit, new Pending(reference));
    }

    /** The same without holding a thread. */
    public CompletableFuture<Outcome> awaitAsync(Duration limit) {
        return settlement.settle(limit, new Pending(reference));
    }

    @Override
    public String toString() {
        return Masked.of("Payment").show("reference", reference).toString();
    }
}
