package io.github.mpesasdk.drc;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.drcapi.api.B2cApi;
import io.github.mpesasdk.drcapi.model.DrcB2cRequest;
import io.github.mpesasdk.drcapi.model.DrcB2cResponse;
import io.github.mpesasdk.drcapi.model.DrcCallBackChannel;
import java.util.function.Consumer;

/** Payments to customers. Thread-safe. */
public final class B2c {

    private static final String PAY = "b2c().pay";

    private final DrcContext context;

    B2c(DrcContext context) {
        this.context = context;
    }

    /**
     * Pays a customer. Sent at most once, under a reference that is chosen before; the one exception is a session that
     * the gateway calls expired, for then it did nothing.
     *
     * @throws InvalidInputException if something is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused the payment or the login; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing. There is no call that asks: give its
     *     reference to {@link DrcGateway#find}, which waits for the callback, or quote it to Vodacom's support
     */
    public Payment<DrcB2cResponse> pay(Consumer<PayoutDraft> describe) {
        PayoutDraft draft = new PayoutDraft();
        describe.accept(draft);
        DrcAccounts.B2cAccount account = context.b2cAccount(PAY);
        CallbackAddress address = context.freshAddress(PAY);
        String reference = Payments.reference(draft.reference);
        DrcB2cRequest request = DrcB2cRequest.builder()
                .serviceProviderName(account.serviceProviderName())
                .customerMsisdn(Required.value(draft.payee, PAY, "to"))
                .currency(Required.value(draft.currency, PAY, "currency"))
                .amount(Required.value(draft.amount, PAY, "amount"))
                .transactionDateTime(context.settings().now())
                .shortCode(account.shortCode())
                .language(context.settings().language())
                .thirdPartyReference(reference)
                .callbackChannel(DrcCallBackChannel.HTTP)
                .callbackDestination(address.uri().toString())
                .commandId(account.commandId())
                .build();
        return new Payments(context).pay(B2cApi.B2C_PAYMENT, reference, address, request);
    }
}
