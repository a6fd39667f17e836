package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.daraja.api.B2cApi;
import io.github.mpesasdk.daraja.model.Acknowledgement;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Payments from the short code to customers' handsets. Thread-safe. */
public final class B2c {

    private final KenyaCalls calls;

    B2c(KenyaCalls calls) {
        this.calls = calls;
    }

    /**
     * Pays a customer, by the current version of the API. Sent at most once, under an id that is chosen before.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing. Its reference is the id; give it to
     *     {@link Daraja#find}
     */
    public Payment<Acknowledgement> pay(Consumer<B2cDraft> describe) {
        return calls.flow().pay("b2c().pay", B2cApi.B2C_PAYMENT_V3, draft("Occassion", describe));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Payment<Acknowledgement>> payAsync(Consumer<B2cDraft> describe) {
        return calls.flow().payAsync("b2c().pay", B2cApi.B2C_PAYMENT_V3, draft("Occassion", describe));
    }

    /**
     * Pays a customer, by the old version of the API, for apps that have only that. It takes no id: when the answer is
     * lost, only the callback can tell what happened.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing; its reference is the result address
     */
    public Payment<Acknowledgement> payV1(Consumer<B2cDraft> describe) {
        return calls.flow().pay("b2c().payV1", B2cApi.B2C_PAYMENT_V1, draft("Occasion", describe));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Payment<Acknowledgement>> payV1Async(Consumer<B2cDraft> describe) {
        return calls.flow().payAsync("b2c().payV1", B2cApi.B2C_PAYMENT_V1, draft("Occasion", describe));
    }

    private static Draft.Content draft(String occasionField, Consumer<B2cDraft> describe) {
        B2cDraft draft = new B2cDraft(occasionField);
        describe.accept(draft);
        return draft.content();
    }
}
