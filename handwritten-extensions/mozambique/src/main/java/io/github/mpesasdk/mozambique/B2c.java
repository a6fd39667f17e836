package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.mozambiqueapi.api.B2cApi;
import io.github.mpesasdk.mozambiqueapi.model.B2cPaymentRequest;
import io.github.mpesasdk.mozambiqueapi.model.TransactionResponse;
import java.util.function.Consumer;

/** Payments to customers. Thread-safe. */
public final class B2c {

    private static final String CALL = "b2c().pay";

    private final MozambiqueContext context;

    B2c(MozambiqueContext context) {
        this.context = context;
    }

    /**
     * Pays a customer. Sent at most once, under a reference that is chosen before.
     *
     * @throws InvalidInputException if something is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing. Give its reference to
     *     {@link Mozambique#find}
     */
    public Payment<TransactionResponse> pay(Consumer<B2cDraft> describe) {
        B2cDraft draft = new B2cDraft();
        describe.accept(draft);
        RequestId id = RequestId.of(draft.thirdPartyReference);
        B2cPaymentRequest request = B2cPaymentRequest.builder()
                .transactionReference(RequestId.transactionReference(draft.transactionReference))
                .customerMsisdn(Required.value(draft.payee, CALL, "to").digits())
                .amount(Required.value(draft.amount, CALL, "amount"))
                .thirdPartyReference(id.value())
                .serviceProviderCode(context.serviceProvider(CALL))
                .build();
        return new Payments(context).pay(B2cApi.B2C_PAYMENT, id, request);
    }
}
