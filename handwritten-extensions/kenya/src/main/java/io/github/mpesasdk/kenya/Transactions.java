package io.github.mpesasdk.kenya;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.daraja.api.TransactionsCalls;
import java.util.concurrent.CompletableFuture;

/** Asking for transactions, and undoing them. Thread-safe. */
public final class Transactions extends TransactionsCalls {

    private final KenyaCalls calls;

    Transactions(KenyaCalls calls) {
        super(calls.flow());
        this.calls = calls;
    }

    /**
     * Asks what became of a transaction, by its M-Pesa receipt. The answer comes by callback, so the client needs an
     * address that Safaricom reaches.
     *
     * @throws InvalidInputException if a setting of the client is missing; nothing was sent
     */
    public Query<Outcome> status(String receipt) {
        return calls.flow().ask(calls.market().transactionStatus(byReceipt(receipt)));
    }

    /** The same without holding a thread. */
    public CompletableFuture<Outcome> statusAsync(String receipt) {
        return calls.flow().askAsync(calls.market().transactionStatus(byReceipt(receipt)));
    }

    /** The same by the conversation id of the request that started it, for when the receipt never arrived. */
    public Query<Outcome> statusOfConversation(String originatorConversationId) {
        return calls.flow().ask(calls.market().transactionStatus(byConversation(originatorConversationId)));
    }

    /** The same without holding a thread. */
    public CompletableFuture<Outcome> statusOfConversationAsync(String originatorConversationId) {
        return calls.flow().askAsync(calls.market().transactionStatus(byConversation(originatorConversationId)));
    }

    private static Reference byReceipt(String receipt) {
        return new Reference(DarajaDialect.MARKET, "", KenyaMarket.RECEIPT, receipt);
    }

    private static Reference byConversation(String id) {
        return new Reference(DarajaDialect.MARKET, "", KenyaMarket.CONVERSATION_ID, id);
    }
}
