package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.mozambiqueapi.api.C2bApi;
import io.github.mpesasdk.mozambiqueapi.model.TransactionAnswer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Payments from customers, by a prompt on the handset. Thread-safe. */
public final class C2b {

    private static final String CHARGE = "c2b().charge";

    private final MozambiqueCalls calls;

    C2b(MozambiqueCalls calls) {
        this.calls = calls;
    }

    /**
     * Asks a customer to pay. Sent at most once, under an id that is chosen before. A synchronous account answers when
     * the customer has entered the PIN, so this may take more than a minute; an asynchronous one at once.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway or the customer refused; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing. Its reference is the id; give it to
     *     {@link Mozambique#find}
     */
    public Payment<TransactionAnswer> charge(Consumer<ChargeDraft> describe) {
        return calls.flow().pay(CHARGE, C2bApi.C2B_PAYMENT, draft(describe));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Payment<TransactionAnswer>> chargeAsync(Consumer<ChargeDraft> describe) {
        return calls.flow().payAsync(CHARGE, C2bApi.C2B_PAYMENT, draft(describe));
    }

    private static Draft.Content draft(Consumer<ChargeDraft> describe) {
        ChargeDraft draft = new ChargeDraft();
        describe.accept(draft);
        return draft.content();
    }
}
