package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.core.outcome.Enquiry;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.mozambiqueapi.api.TransactionApi;
import io.github.mpesasdk.mozambiqueapi.model.ReversalRequest;
import io.github.mpesasdk.mozambiqueapi.model.TransactionResponse;
import java.util.function.Consumer;

/** Asking for transactions, and undoing them. Thread-safe. */
public final class Transactions {

    private static final String REVERSE = "transactions().reverse";

    private final MozambiqueContext context;

    Transactions(MozambiqueContext context) {
        this.context = context;
    }

    /**
     * Asks once what became of a transaction, by its transaction id. An asynchronous account answers by callback.
     *
     * @throws InvalidInputException if a setting of the client is missing; nothing was sent
     */
    public Enquiry<Outcome> status(String transactionId) {
        return new Questions(context).status(new Reference(Payments.BY_TRANSACTION_ID, transactionId));
    }

    /** The same by the reference that a payment, or the error about it, came with. */
    public Enquiry<Outcome> status(Reference reference) {
        return new Questions(context).status(reference);
    }

    /**
     * Undoes a payment, in full or in part. Sent at most once, under a reference that is chosen before and names the
     * reversal, not the payment.
     *
     * @throws InvalidInputException if something is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was undone
     * @throws UnknownOutcomeException if the answer was lost or settles nothing. Give its reference to
     *     {@link Mozambique#find}
     */
    public Payment<TransactionResponse> reverse(Consumer<ReversalDraft> describe) {
        ReversalDraft draft = new ReversalDraft();
        describe.accept(draft);
        RequestId id = RequestId.of(draft.thirdPartyReference);
        Initiator initiator = context.initiator(REVERSE);
        ReversalRequest.Builder request = ReversalRequest.builder()
                .transactionId(Required.value(draft.transactionId, REVERSE, "transactionId"))
                .securityCredential(initiator.securityCredential())
                .initiatorIdentifier(initiator.identifier())
                .thirdPartyReference(id.value())
                .serviceProviderCode(context.serviceProvider(REVERSE));
        if (draft.amount != null) {
            request.reversalAmount(draft.amount);
        }
        return new Payments(context).pay(TransactionApi.REVERSAL, id, request.build());
    }
}
