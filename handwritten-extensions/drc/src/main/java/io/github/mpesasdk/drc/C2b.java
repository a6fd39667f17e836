package io.github.mpesasdk.drc;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.drcapi.api.C2bApi;
import io.github.mpesasdk.drcapi.model.DrcC2bAnswer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Payments of customers, confirmed by a PIN on the handset. Thread-safe. */
public final class C2b {

    private static final String CHARGE = "c2b().charge";

    private final DrcCalls calls;

    C2b(DrcCalls calls) {
        this.calls = calls;
    }

    /**
     * Asks a customer to pay. Sent at most once, under an id that is chosen before.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused the payment or the login; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing. There is no call that asks: give its
     *     reference to {@link DrcGateway#find}, which waits for the callback, or quote it to Vodacom's support
     */
    public Payment<DrcC2bAnswer> charge(Consumer<ChargeDraft> describe) {
        return calls.flow().pay(CHARGE, C2bApi.C2B_PAYMENT, draft(describe));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Payment<DrcC2bAnswer>> chargeAsync(Consumer<ChargeDraft> describe) {
        return calls.flow().payAsync(CHARGE, C2bApi.C2B_PAYMENT, draft(describe));
    }

    private static Draft.Content draft(Consumer<ChargeDraft> describe) {
        ChargeDraft draft = new ChargeDraft();
        describe.accept(draft);
        return draft.content();
    }
}
