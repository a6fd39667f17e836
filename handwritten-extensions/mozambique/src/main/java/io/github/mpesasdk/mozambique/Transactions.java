package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.mozambiqueapi.api.TransactionApi;
import io.github.mpesasdk.mozambiqueapi.model.TransactionAnswer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Asking for transactions, and undoing them. Thread-safe. */
public final class Transactions {

    private static final String REVERSE = "transactions().reverse";

    private final MozambiqueCalls calls;

    Transactions(MozambiqueCalls calls) {
        this.calls = calls;
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
        return calls.flow().ask(calls.market().transactionStatus(reference));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Outcome> statusAsync(String receipt) {
        return statusAsync(byReceipt(receipt));
    }

    /** The same by the reference that a payment, or the error about it, came with. */
    public CompletableFuture<Outcome> statusAsync(Reference reference) {
        return calls.flow().askAsync(calls.market().transactionStatus(reference));
    }

    private static Reference byReceipt(String receipt) {
        return new Reference(MozambiqueDialect.MARKET, "", MozambiqueMarket.RECEIPT, receipt);
    }

    /**
     * Undoes a payment, in full or in part. Sent at most once, under an id that is chosen before and names the
     * reversal, not the payment.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was undone
     * @throws UnknownOutcomeException if the answer was lost or settles nothing. Its reference is the id; give it to
     *     {@link Mozambique#find}
     */
    public Payment<TransactionAnswer> reverse(Consumer<ReversalDraft> describe) {
        return calls.flow().pay(REVERSE, TransactionApi.REVERSAL, draft(describe));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Payment<TransactionAnswer>> reverseAsync(Consumer<ReversalDraft> describe) {
        return calls.flow().payAsync(REVERSE, TransactionApi.REVERSAL, draft(describe));
    }

    private static Draft.Content draft(Consumer<ReversalDraft> describe) {
        ReversalDraft draft = new ReversalDraft();
        describe.accept(draft);
        return draft.content();
    }
}
