package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.mozambiqueapi.api.TransactionsCalls;
import io.github.mpesasdk.mozambiqueapi.model.MozambiqueCallback;
import java.util.concurrent.CompletableFuture;

/** Asking for transactions, and undoing them. Thread-safe. */
public final class Transactions extends TransactionsCalls {

    private final PaymentFlow<MozambiqueCallback> flow;
    private final MozambiqueMarket market;

    Transactions(PaymentFlow<MozambiqueCallback> flow, MozambiqueMarket market) {
        super(flow);
        this.flow = flow;
        this.market = market;
    }

    /**
     * Asks once what became of a transaction, by its transaction id. A synchronous account answers at once, an
     * asynchronous one by callback.
     *
     * @throws InvalidInputException if a setting of the client is missing; nothing was sent
     * @throws RefusedException if the gateway refused the question; that says nothing of the payment
     */
    public Query<Outcome> status(String receipt) {
        return status(byReceipt(receipt));
    }

    /** The same by the reference that a payment, or the error about it, came with. */
    public Query<Outcome> status(Reference reference) {
        return flow.ask(market.transactionStatus(reference));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Outcome> statusAsync(String receipt) {
        return statusAsync(byReceipt(receipt));
    }

    /** The same by the reference that a payment, or the error about it, came with. */
    public CompletableFuture<Outcome> statusAsync(Reference reference) {
        return flow.askAsync(market.transactionStatus(reference));
    }

    private static Reference byReceipt(String receipt) {
        return new Reference(MozambiqueDialect.MARKET, "", MozambiqueMarket.RECEIPT, receipt);
    }
}
