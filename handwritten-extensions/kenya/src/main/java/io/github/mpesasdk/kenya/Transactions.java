package io.github.mpesasdk.kenya;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.daraja.api.TransactionApi;
import io.github.mpesasdk.daraja.model.Acknowledgement;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Asking for transactions, and undoing them. Thread-safe. */
public final class Transactions {

    private static final String REVERSE = "transactions().reverse";

    private final KenyaCalls calls;

    Transactions(KenyaCalls calls) {
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

    /**
     * Undoes a payment of a customer. Sent at most once.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was undone
     * @throws UnknownOutcomeException if the answer was lost or settles nothing; its reference is the result address
     */
    public Payment<Acknowledgement> reverse(Consumer<ReversalDraft> describe) {
        ReversalDraft draft = new ReversalDraft();
        describe.accept(draft);
        return calls.flow().pay(REVERSE, TransactionApi.REVERSAL, draft.content());
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Payment<Acknowledgement>> reverseAsync(Consumer<ReversalDraft> describe) {
        ReversalDraft draft = new ReversalDraft();
        describe.accept(draft);
        return calls.flow().payAsync(REVERSE, TransactionApi.REVERSAL, draft.content());
    }
}
