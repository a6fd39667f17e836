package io.github.mpesasdk.kenya;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.daraja.api.B2bApi;
import io.github.mpesasdk.daraja.model.Acknowledgement;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Payments from the short code to other businesses, and between its own accounts. Thread-safe. */
public final class B2b {

    private static final String PAY = "b2b().pay";

    private final KenyaCalls calls;

    B2b(KenyaCalls calls) {
        this.calls = calls;
    }

    /**
     * Pays a business. Sent at most once.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing; its reference is the result address,
     *     for the wire takes no id
     */
    public Payment<Acknowledgement> pay(Consumer<B2bDraft> describe) {
        B2bDraft draft = new B2bDraft();
        describe.accept(draft);
        return calls.flow().pay(PAY, B2bApi.B2B_PAYMENT, draft.content());
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Payment<Acknowledgement>> payAsync(Consumer<B2bDraft> describe) {
        B2bDraft draft = new B2bDraft();
        describe.accept(draft);
        return calls.flow().payAsync(PAY, B2bApi.B2B_PAYMENT, draft.content());
    }
}
