package io.github.mpesasdk.kenya;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.daraja.api.B2cApi;
import io.github.mpesasdk.daraja.model.Acknowledgement;
import io.github.mpesasdk.daraja.model.B2cPaymentV1Request;
import io.github.mpesasdk.daraja.model.B2cPaymentV3Request;
import java.util.UUID;
import java.util.function.Consumer;

/** Payments from the short code to customers' handsets. Thread-safe. */
public final class B2c {

    private final DarajaContext context;
    private final Results results;

    B2c(DarajaContext context) {
        this.context = context;
        this.results = new Results(context);
    }

    /**
     * Pays a customer, by the current version of the API. Sent at most once, under an id of ours that is chosen before.
     *
     * @throws InvalidInputException if something is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing. Its reference is the id of ours; give
     *     it to {@link Daraja#find}
     */
    public Payment<Acknowledgement> pay(Consumer<B2cDraft> describe) {
        B2cDraft draft = new B2cDraft();
        describe.accept(draft);
        CallbackAddress address = context.address(draft.callback, "b2c().pay");
        Initiator initiator = context.initiator("b2c().pay");
        String id = draft.conversationId != null
                ? draft.conversationId
                : UUID.randomUUID().toString();
        B2cPaymentV3Request.Builder request = B2cPaymentV3Request.builder()
                .originatorConversationId(id)
                .initiatorName(initiator.name())
                .securityCredential(initiator.securityCredential())
                .commandId(draft.command)
                .amount(Required.value(draft.amount, "b2c().pay", "amount"))
                .partyA(context.shortCode("b2c().pay"))
                .partyB(Required.value(draft.payee, "b2c().pay", "to").digits())
                .remarks(draft.remarks)
                .queueTimeoutUrl(address.timeoutUri())
                .resultUrl(address.uri());
        if (draft.occasion != null) {
            request.occasion(draft.occasion);
        }
        return results.pay(B2cApi.B2C_PAYMENT_V3, address, request.build(), id);
    }

    /**
     * Pays a customer, by the old version of the API, for apps that have only that. It takes no id of ours: when the
     * answer is lost, only the callback can tell what happened.
     *
     * @throws InvalidInputException if something is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing; its reference is the result address
     */
    public Payment<Acknowledgement> payV1(Consumer<B2cDraft> describe) {
        B2cDraft draft = new B2cDraft();
        describe.accept(draft);
        if (draft.conversationId != null) {
            throw new InvalidInputException("b2c().payV1", "conversationId", "is not taken by version 1; use pay");
        }
        CallbackAddress address = context.address(draft.callback, "b2c().payV1");
        Initiator initiator = context.initiator("b2c().payV1");
        B2cPaymentV1Request.Builder request = B2cPaymentV1Request.builder()
                .initiatorName(initiator.name())
                .securityCredential(initiator.securityCredential())
                .commandId(draft.command)
                .amount(Required.value(draft.amount, "b2c().payV1", "amount"))
                .partyA(context.shortCode("b2c().payV1"))
                .partyB(Required.value(draft.payee, "b2c().payV1", "to").digits())
                .remarks(draft.remarks)
                .queueTimeoutUrl(address.timeoutUri())
                .resultUrl(address.uri());
        if (draft.occasion != null) {
            request.occasion(draft.occasion);
        }
        return results.pay(B2cApi.B2C_PAYMENT_V1, address, request.build(), null);
    }
}
