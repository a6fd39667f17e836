package io.github.mpesasdk.drc;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.drcapi.api.C2bApi;
import io.github.mpesasdk.drcapi.model.DrcC2bRequest;
import io.github.mpesasdk.drcapi.model.DrcC2bResponse;
import io.github.mpesasdk.drcapi.model.DrcCallBackChannel;
import java.util.function.Consumer;

/** Payments of customers, confirmed by a PIN on the handset. Thread-safe. */
public final class C2b {

    private static final String CHARGE = "c2b().charge";

    private final DrcContext context;

    C2b(DrcContext context) {
        this.context = context;
    }

    /**
     * Asks a customer to pay. Sent at most once, under a reference that is chosen before; the one exception is a
     * session that the gateway calls expired, for then it did nothing.
     *
     * @throws InvalidInputException if something is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused the payment or the login; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing. There is no call that asks: give its
     *     reference to {@link DrcGateway#find}, which waits for the callback, or quote it to Vodacom's support
     */
    public Payment<DrcC2bResponse> charge(Consumer<ChargeDraft> describe) {
        ChargeDraft draft = new ChargeDraft();
        describe.accept(draft);
        DrcAccounts.C2bAccount account = context.c2bAccount(CHARGE);
        CallbackAddress address = context.freshAddress(CHARGE);
        String reference = Payments.reference(draft.reference);
        DrcC2bRequest request = DrcC2bRequest.builder()
                .customerMsisdn(Required.value(draft.payer, CHARGE, "from"))
                .serviceProviderCode(account.serviceProviderCode())
                .currency(Required.value(draft.currency, CHARGE, "currency"))
                .amount(Required.value(draft.amount, CHARGE, "amount"))
                .date(context.settings().now())
                .thirdPartyReference(reference)
                .commandId(account.commandId())
                .language(context.settings().language())
                .callbackChannel(DrcCallBackChannel.HTTP)
                .callbackDestination(address.uri().toString())
                .surname(Required.value(draft.surname, CHARGE, "surname"))
                .initials(Required.value(draft.initials, CHARGE, "initials"))
                .build();
        return new Payments(context).pay(C2bApi.C2B_PAYMENT, reference, address, request);
    }
}
