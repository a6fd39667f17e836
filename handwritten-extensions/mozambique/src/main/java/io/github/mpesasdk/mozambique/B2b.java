package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.mozambiqueapi.api.B2bApi;
import io.github.mpesasdk.mozambiqueapi.model.B2bPaymentRequest;
import io.github.mpesasdk.mozambiqueapi.model.TransactionResponse;
import java.util.function.Consumer;

/** Payments to other businesses. Thread-safe. */
public final class B2b {

    private static final String CALL = "b2b().pay";

    private final MozambiqueContext context;

    B2b(MozambiqueContext context) {
        this.context = context;
    }

    /**
     * Pays a business. Sent at most once, under a reference that is chosen before.
     *
     * @throws InvalidInputException if something is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing. Give its reference to
     *     {@link Mozambique#find}
     */
    public Payment<TransactionResponse> pay(Consumer<B2bDraft> describe) {
        B2bDraft draft = new B2bDraft();
        describe.accept(draft);
        RequestId id = RequestId.of(draft.thirdPartyReference);
        B2bPaymentRequest request = B2bPaymentRequest.builder()
                .transactionReference(RequestId.transactionReference(draft.transactionReference))
                .amount(Required.value(draft.amount, CALL, "amount"))
                .thirdPartyReference(id.value())
                .primaryPartyCode(context.serviceProvider(CALL))
                .receiverPartyCode(Required.value(draft.receiver, CALL, "to"))
                .build();
        return new Payments(context).pay(B2bApi.B2B_PAYMENT, id, request);
    }
}
