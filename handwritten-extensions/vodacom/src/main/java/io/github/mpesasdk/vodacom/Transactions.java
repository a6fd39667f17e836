package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.vodacomapi.api.TransactionApi;
import io.github.mpesasdk.vodacomapi.model.TransactionAnswer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Asking for transactions, and undoing them. Thread-safe. */
public final class Transactions {

    private static final String REVERSE = "transactions().reverse";

    private final VodacomCalls calls;

    Transactions(VodacomCalls calls) {
        this.calls = calls;
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
        return calls.flow().ask(calls.market().transactionStatus(reference(reference)));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Outcome> statusAsync(String reference) {
        return calls.flow().askAsync(calls.market().transactionStatus(reference(reference)));
    }

    private static Reference reference(String value) {
        return VodacomMessages.reference("", VodacomFields.QUERY_REFERENCE, value);
    }

    /**
     * Undoes a payment, or a part of it. Sent at most once.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was undone
     * @throws UnknownOutcomeException if the answer was lost or settles nothing. Its reference is the id; give it to
     *     {@link VodacomOpenApi#find}
     */
    public Payment<TransactionAnswer> reverse(Consumer<ReversalDraft> describe) {
        return calls.flow().pay(REVERSE, TransactionApi.REVERSAL, draft(describe));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Payment<TransactionAnswer>> reverseAsync(Consumer<ReversalDraft> describe) {
        return calls.flow().payAsync(REVERSE, TransactionApi.REVERSAL, draft(describe));
    }

    private Draft.Content draft(Consumer<ReversalDraft> describe) {
        ReversalDraft draft = new ReversalDraft(calls.numbers());
        describe.accept(draft);
        return draft.content();
    }
}
