package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.vodacomapi.api.TransactionsCalls;
import io.github.mpesasdk.vodacomapi.model.VodacomCallback;
import java.util.concurrent.CompletableFuture;

/** Asking for transactions, and undoing them. Thread-safe. */
public final class Transactions extends TransactionsCalls {

    private final PaymentFlow<VodacomCallback> flow;
    private final VodacomMarket market;

    Transactions(PaymentFlow<VodacomCallback> flow, VodacomMarket market) {
        super(flow);
        this.flow = flow;
        this.market = market;
    }

    /**
     * Asks what became of a transaction. Where the application is asynchronous the answer comes by callback, and does
     * not tell the state as far as it is documented.
     *
     * @param reference the M-Pesa receipt, the once-only id, or the gateway's conversation id: 1 to 32 letters or
     *     digits
     * @throws InvalidInputException if the reference or a setting of the client is wrong; nothing was sent
     * @throws NoAnswerException if no usable answer came; with code INS-23 the transaction was not found, or not yet
     */
    public Query<Outcome> status(String reference) {
        return flow.ask(market.transactionStatus(reference(reference)));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Outcome> statusAsync(String reference) {
        return flow.askAsync(market.transactionStatus(reference(reference)));
    }

    private static Reference reference(String value) {
        return new Reference(VodacomDialect.MARKET, "", VodacomMarket.QUERY_REFERENCE, value);
    }
}
