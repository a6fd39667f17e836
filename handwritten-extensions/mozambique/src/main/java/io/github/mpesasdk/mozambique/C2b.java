package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.mozambiqueapi.api.C2bApi;
import io.github.mpesasdk.mozambiqueapi.model.C2bPaymentRequest;
import io.github.mpesasdk.mozambiqueapi.model.TransactionResponse;
import java.util.function.Consumer;

/** Payments from customers, by a prompt on the handset. Thread-safe. */
public final class C2b {

    private static final String CALL = "c2b().charge";

    private final MozambiqueContext context;

    C2b(MozambiqueContext context) {
        this.context = context;
    }

    /**
     * Asks a customer to pay. Sent at most once, under a reference that is chosen before. A synchronous account answers
     * when the customer has entered the PIN, so this may take more than a minute; an asynchronous one at once.
     *
     * @throws InvalidInputException if something is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway or the customer refused; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing. Give its reference to
     *     {@link Mozambique#find}
     */
    public Payment<TransactionResponse> charge(Consumer<ChargeDraft> describe) {
        ChargeDraft draft = new ChargeDraft();
        describe.accept(draft);
        RequestId id = RequestId.of(draft.thirdPartyReference);
        C2bPaymentRequest request = C2bPaymentRequest.builder()
                .transactionReference(RequestId.transactionReference(draft.transactionReference))
                .customerMsisdn(Required.value(draft.payer, CALL, "from").digits())
                .amount(Required.value(draft.amount, CALL, "amount"))
                .thirdPartyReference(id.value())
                .serviceProviderCode(context.serviceProvider(CALL))
                .build();
        return new Payments(context).pay(C2bApi.C2B_PAYMENT, id, request);
    }
}
