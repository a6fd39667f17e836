package io.github.mpesasdk.drc;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.drcapi.api.B2cApi;
import io.github.mpesasdk.drcapi.model.DrcB2cAnswer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Payments to customers. Thread-safe. */
public final class B2c {

    private static final String PAY = "b2c().pay";

    private final DrcCalls calls;

    B2c(DrcCalls calls) {
        this.calls = calls;
    }

    /**
     * Pays a customer. Sent at most once, under an id that is chosen before.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused the payment or the login; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing. There is no call that asks: give its
     *     reference to {@link DrcGateway#find}, which waits for the callback, or quote it to Vodacom's support
     */
    public Payment<DrcB2cAnswer> pay(Consumer<B2cDraft> describe) {
        return calls.flow().pay(PAY, B2cApi.B2C_PAYMENT, draft(describe));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Payment<DrcB2cAnswer>> payAsync(Consumer<B2cDraft> describe) {
        return calls.flow().payAsync(PAY, B2cApi.B2C_PAYMENT, draft(describe));
    }

    private static Draft.Content draft(Consumer<B2cDraft> describe) {
        B2cDraft draft = new B2cDraft();
        describe.accept(draft);
        return draft.content();
    }
}
