package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.vodacomapi.api.B2cApi;
import io.github.mpesasdk.vodacomapi.model.B2cPaymentRequest;
import io.github.mpesasdk.vodacomapi.model.TransactionResponse;
import java.util.function.Consumer;

/** Payments from the short code to customers. Thread-safe. */
public final class B2c {

    private static final String PAY = "b2c().pay";

    private final VodacomContext context;
    private final Sending sending;

    B2c(VodacomContext context) {
        this.context = context;
        this.sending = new Sending(context);
    }

    /**
     * Pays. Sent at most once, under an id that is chosen before.
     *
     * @throws InvalidInputException if something is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing; give its reference to
     *     {@link VodacomOpenApi#find}
     */
    public Payment<TransactionResponse> pay(Consumer<PayoutDraft> describe) {
        PayoutDraft draft = new PayoutDraft(context.numbers());
        describe.accept(draft);
        String id = Ids.conversation(draft.conversationId, PAY);
        B2cPaymentRequest request = B2cPaymentRequest.builder()
                .amount(Required.value(draft.amount, PAY, "amount"))
                .customerMsisdn(Required.value(draft.payee, PAY, "to"))
                .country(context.country())
                .currency(context.currency())
                .serviceProviderCode(context.serviceProvider(PAY))
                .transactionReference(Ids.reference(draft.reference))
                .thirdPartyConversationId(id)
                .paymentItemsDescription(Required.value(draft.description, PAY, "description"))
                .build();
        return sending.pay(B2cApi.B2C_PAYMENT, id, request);
    }
}
