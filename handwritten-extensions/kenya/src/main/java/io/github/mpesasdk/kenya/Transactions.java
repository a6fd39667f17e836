package io.github.mpesasdk.kenya;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.core.outcome.Enquiry;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.daraja.api.TransactionApi;
import io.github.mpesasdk.daraja.model.Acknowledgement;
import io.github.mpesasdk.daraja.model.IdentifierType;
import io.github.mpesasdk.daraja.model.ReversalCommandId;
import io.github.mpesasdk.daraja.model.ReversalRequest;
import java.util.function.Consumer;

/** Asking for transactions, and undoing them. Thread-safe. */
public final class Transactions {

    private static final String REVERSE = "transactions().reverse";

    private final DarajaContext context;
    private final Results results;

    Transactions(DarajaContext context) {
        this.context = context;
        this.results = new Results(context);
    }

    /**
     * Asks what became of a transaction, by its M-Pesa receipt. The answer comes by callback.
     *
     * @throws InvalidInputException if a setting of the client is missing; nothing was sent
     */
    public Enquiry<Outcome> status(String receipt) {
        return results.status(new Reference(Results.BY_RECEIPT, receipt));
    }

    /** The same by the conversation id of the request that started it, for when the receipt never arrived. */
    public Enquiry<Outcome> statusOfConversation(String originatorConversationId) {
        return results.status(new Reference(Results.BY_CONVERSATION_ID, originatorConversationId));
    }

    /**
     * Undoes a payment of a customer. Sent at most once.
     *
     * @throws InvalidInputException if something is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was undone
     * @throws UnknownOutcomeException if the answer was lost or settles nothing; its reference is the result address
     */
    public Payment<Acknowledgement> reverse(Consumer<ReversalDraft> describe) {
        ReversalDraft draft = new ReversalDraft();
        describe.accept(draft);
        CallbackAddress address = context.address(draft.callback, REVERSE);
        Initiator initiator = context.initiator(REVERSE);
        ReversalRequest.Builder request = ReversalRequest.builder()
                .initiator(initiator.name())
                .securityCredential(initiator.securityCredential())
                .commandId(ReversalCommandId.TRANSACTION_REVERSAL)
                .transactionId(Required.value(draft.receipt, REVERSE, "receipt"))
                .amount(Required.value(draft.amount, REVERSE, "amount"))
                .receiverParty(context.shortCode(REVERSE))
                .receiverIdentifierType(IdentifierType.REVERSAL_RECEIVER)
                .resultUrl(address.uri())
                .queueTimeoutUrl(address.timeoutUri())
                .remarks(draft.remarks);
        if (draft.occasion != null) {
            request.occasion(draft.occasion);
        }
        return results.pay(TransactionApi.REVERSAL, address, request.build(), null);
    }
}
