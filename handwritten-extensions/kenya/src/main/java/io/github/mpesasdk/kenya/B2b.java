package io.github.mpesasdk.kenya;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.daraja.api.B2bApi;
import io.github.mpesasdk.daraja.model.Acknowledgement;
import io.github.mpesasdk.daraja.model.B2bPaymentRequest;
import io.github.mpesasdk.daraja.model.IdentifierType;
import java.util.function.Consumer;

/** Payments from the short code to other businesses, and between its own accounts. Thread-safe. */
public final class B2b {

    private static final String CALL = "b2b().pay";

    private final DarajaContext context;
    private final Results results;

    B2b(DarajaContext context) {
        this.context = context;
        this.results = new Results(context);
    }

    /**
     * Pays a business. Sent at most once.
     *
     * @throws InvalidInputException if something is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing; its reference is the result address,
     *     for the wire takes no id of ours
     */
    public Payment<Acknowledgement> pay(Consumer<B2bDraft> describe) {
        B2bDraft draft = new B2bDraft();
        describe.accept(draft);
        CallbackAddress address = context.address(draft.callback, CALL);
        return results.pay(B2bApi.B2B_PAYMENT, address, request(draft, address), null);
    }

    private B2bPaymentRequest request(B2bDraft draft, CallbackAddress address) {
        Initiator initiator = context.initiator(CALL);
        B2bPaymentRequest.Builder request = B2bPaymentRequest.builder()
                .initiator(initiator.name())
                .securityCredential(initiator.securityCredential())
                .commandId(Required.value(draft.command, CALL, "payBill, buyGoods or command"))
                .senderIdentifierType(IdentifierType.SHORT_CODE)
                .receiverIdentifierType(draft.receiverType)
                .amount(Required.value(draft.amount, CALL, "amount"))
                .partyA(context.shortCode(CALL))
                .partyB(Required.value(draft.receiver, CALL, "payBill, buyGoods or command"))
                .remarks(draft.remarks)
                .queueTimeoutUrl(address.timeoutUri())
                .resultUrl(address.uri());
        if (draft.accountReference != null) {
            request.accountReference(draft.accountReference);
        }
        if (draft.requester != null) {
            request.requester(draft.requester);
        }
        if (draft.occasion != null) {
            request.occasion(draft.occasion);
        }
        return request.build();
    }
}
