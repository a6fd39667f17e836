package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.runtime.Masked;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A payment in the caller's hands. */
record OngoingPayment<A>(PaymentFlow<?> flow, A acknowledgement, OpenPayment payment) implements Payment<A> {

    @Override
    public Reference reference() {
        return payment.reference();
    }

    @Override
    public Optional<String> order() {
        return payment.order();
    }

    @Override
    public Outcome outcome() {
        return payment.outcome();
    }

    @Override
    public Outcome await(Duration limit) {
        return flow.await(payment, limit);
    }

    @Override
    public CompletableFuture<Outcome> awaitAsync(Duration limit) {
        return flow.awaitAsync(payment, limit);
    }

    @Override
    public String toString() {
        return Masked.of("Payment")
                .show("reference", reference())
                .show("outcome", outcome())
                .toString();
    }
}
