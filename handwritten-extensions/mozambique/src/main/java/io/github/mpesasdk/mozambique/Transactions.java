package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.mozambiqueapi.api.TransactionsCalls;
import io.github.mpesasdk.mozambiqueapi.model.MozambiqueCallback;
import java.util.concurrent.CompletableFuture;

/** Asking for transactions, and undoing them. Thread-safe. */
public final class Transactions extends TransactionsCalls<Outcome> {

    private final PaymentFlow<MozambiqueCallback> flow;

    Transactions(PaymentFlow<MozambiqueCallback> flow) {
        super(flow, flow.outcomes());
        this.flow = flow;
    }

    /** Asks as {@link #status(String)} does, by the reference that a payment, or the error about it, came with. */
    public Query<Outcome> status(Reference reference) {
        return flow.ask(MozambiqueMarket.transactionStatus(reference));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Outcome> statusAsync(Reference reference) {
        return flow.askAsync(MozambiqueMarket.transactionStatus(reference));
    }
}
