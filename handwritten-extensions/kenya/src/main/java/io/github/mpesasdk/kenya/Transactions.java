package io.github.mpesasdk.kenya;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.daraja.api.TransactionsCalls;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import java.util.concurrent.CompletableFuture;

/** Asking for transactions, and undoing them. Thread-safe. */
public final class Transactions extends TransactionsCalls {

    private final PaymentFlow<DarajaCallback> flow;
    private final KenyaMarket market;

    Transactions(PaymentFlow<DarajaCallback> flow, KenyaMarket market) {
        super(flow);
        this.flow = flow;
        this.market = market;
    }

    /**
     * Asks what became of a transaction, by its M-Pesa receipt. The answer comes by callback, so the client needs an
     * address that Safaricom reaches.
     *
     * @throws InvalidInputException if a setting of the client is missing; nothing was sent
     */
    public Query<Outcome> status(String receipt) {
        return flow.ask(market.transactionStatus(byReceipt(receipt)));
    }

    /** The same without holding a thread. */
    public CompletableFuture<Outcome> statusAsync(String receipt) {
        return flow.askAsync(market.transactionStatus(byReceipt(receipt)));
    }

    /** The same by the conversation id of the request that started it, for when the receipt never arrived. */
    public Query<Outcome> statusOfConversation(String originatorConversationId) {
        return flow.ask(market.transactionStatus(byConversation(originatorConversationId)));
    }

    /** The same without holding a thread. */
    public CompletableFuture<Outcome> statusOfConversationAsync(String originatorConversationId) {
        return flow.askAsync(market.transactionStatus(byConversation(originatorConversationId)));
    }

    private static Reference byReceipt(String receipt) {
        return new Reference(DarajaDialect.MARKET, "", KenyaMarket.RECEIPT, receipt);
    }

    private static Reference byConversation(String id) {
        return new Reference(DarajaDialect.MARKET, "", KenyaMarket.CONVERSATION_ID, id);
    }
}
