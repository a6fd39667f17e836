package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.core.outcome.Enquiry;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.vodacomapi.api.TransactionApi;
import io.github.mpesasdk.vodacomapi.model.ReversalRequest;
import io.github.mpesasdk.vodacomapi.model.TransactionResponse;
import java.util.function.Consumer;

/** Asking for transactions, and undoing them. Thread-safe. */
public final class Transactions {

    private static final String REVERSE = "transactions().reverse";

    private final VodacomContext context;
    private final Sending sending;

    Transactions(VodacomContext context) {
        this.context = context;
        this.sending = new Sending(context);
    }

    /**
     * Asks what became of a transaction. A transaction that is not found is {@link Unknown}, for it may be found later.
     *
     * @param reference the M-Pesa receipt, the id of ours, or the gateway's conversation id: 1 to 32 letters or digits
     * @throws InvalidInputException if a setting of the client is missing; nothing was sent
     */
    public Enquiry<Outcome> status(String reference) {
        return new Enquiry<>(
                VodacomDialect.MARKET,
                VodacomOutcomes.STATUS_QUERY,
                sending.status(new Reference(Sending.BY_QUERY_REFERENCE, reference)));
    }

    /**
     * Undoes a payment, or a part of it. Sent at most once.
     *
     * @throws InvalidInputException if something is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was undone
     * @throws UnknownOutcomeException if the answer was lost or settles nothing; give its reference to
     *     {@link VodacomOpenApi#find}
     */
    public Payment<TransactionResponse> reverse(Consumer<ReversalDraft> describe) {
        ReversalDraft draft = new ReversalDraft();
        describe.accept(draft);
        String id = Ids.conversation(draft.conversationId, REVERSE);
        ReversalRequest.Builder request = ReversalRequest.builder()
                .country(context.country())
                .transactionId(Required.value(draft.transaction, REVERSE, "transaction"))
                .serviceProviderCode(context.serviceProvider(REVERSE))
                .thirdPartyConversationId(id);
        if (draft.amount != null) {
            request.reversalAmount(draft.amount);
        }
        return sending.pay(TransactionApi.REVERSAL, id, request.build());
    }
}
