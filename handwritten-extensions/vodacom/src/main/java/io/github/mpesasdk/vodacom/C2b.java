package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.vodacomapi.api.C2bApi;
import io.github.mpesasdk.vodacomapi.api.TransactionApi;
import io.github.mpesasdk.vodacomapi.model.ApiVersion;
import io.github.mpesasdk.vodacomapi.model.C2bPaymentMultiStageRequest;
import io.github.mpesasdk.vodacomapi.model.C2bPaymentMultiStageResponse;
import io.github.mpesasdk.vodacomapi.model.C2bPaymentRequest;
import io.github.mpesasdk.vodacomapi.model.TransactionResponse;
import io.github.mpesasdk.vodacomapi.model.UpdateTransactionStatusRequest;
import io.github.mpesasdk.vodacomapi.model.VoucherAction;
import java.util.function.Consumer;

/** Payments of customers, confirmed by a PIN on the handset. Thread-safe. */
public final class C2b {

    private final VodacomContext context;
    private final Sending sending;

    C2b(VodacomContext context) {
        this.context = context;
        this.sending = new Sending(context);
    }

    /**
     * Asks a customer to pay. Sent at most once, under an id that is chosen before. Where the application is
     * synchronous, this waits for the PIN and the payment comes settled.
     *
     * @throws InvalidInputException if something is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing; give its reference to
     *     {@link VodacomOpenApi#find}
     */
    public Payment<TransactionResponse> charge(Consumer<ChargeDraft> describe) {
        String call = "c2b().charge";
        ChargeDraft draft = new ChargeDraft(context.numbers());
        describe.accept(draft);
        String id = Ids.conversation(draft.conversationId, call);
        C2bPaymentRequest request = C2bPaymentRequest.builder()
                .amount(Required.value(draft.amount, call, "amount"))
                .customerMsisdn(Required.value(draft.payer, call, "from"))
                .country(context.country())
                .currency(context.currency())
                .serviceProviderCode(context.serviceProvider(call))
                .transactionReference(Ids.reference(draft.reference))
                .thirdPartyConversationId(id)
                .purchasedItemsDescription(Required.value(draft.description, call, "description"))
                .build();
        return sending.pay(C2bApi.C2B_PAYMENT, id, request);
    }

    /**
     * Asks a customer to pay, and holds the money until {@link #commit} or {@link #giveBack}. Success means held. The
     * operator does not document it.
     *
     * @return its acknowledgement has the voucher that the second stage needs
     * @throws InvalidInputException if something is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing
     */
    public Payment<C2bPaymentMultiStageResponse> chargeInStages(Consumer<ChargeDraft> describe) {
        String call = "c2b().chargeInStages";
        ChargeDraft draft = new ChargeDraft(context.numbers());
        describe.accept(draft);
        String id = Ids.conversation(draft.conversationId, call);
        C2bPaymentMultiStageRequest request = C2bPaymentMultiStageRequest.builder()
                .amount(Required.value(draft.amount, call, "amount"))
                .customerMsisdn(Required.value(draft.payer, call, "from"))
                .country(context.country())
                .currency(context.currency())
                .serviceProviderCode(context.serviceProvider(call))
                .transactionReference(Ids.reference(draft.reference))
                .thirdPartyConversationId(id)
                .purchasedItemsDescription(Required.value(draft.description, call, "description"))
                .apiVersion(ApiVersion.V3_1)
                .build();
        return sending.pay(C2bApi.C2B_PAYMENT_MULTI_STAGE, id, request);
    }

    /**
     * Commits the money that a first stage holds.
     *
     * @throws InvalidInputException if something is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; the money is still held
     * @throws UnknownOutcomeException if the answer was lost or settles nothing
     */
    public Payment<TransactionResponse> commit(Consumer<SecondStageDraft> describe) {
        return secondStage(VoucherAction.COMMIT, "c2b().commit", describe);
    }

    /**
     * Gives the money that a first stage holds back to the customer.
     *
     * @throws InvalidInputException if something is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; the money is still held
     * @throws UnknownOutcomeException if the answer was lost or settles nothing
     */
    public Payment<TransactionResponse> giveBack(Consumer<SecondStageDraft> describe) {
        return secondStage(VoucherAction.GIVE_BACK, "c2b().giveBack", describe);
    }

    private Payment<TransactionResponse> secondStage(
            VoucherAction action, String call, Consumer<SecondStageDraft> describe) {
        SecondStageDraft draft = new SecondStageDraft();
        describe.accept(draft);
        String own = draft.conversationId;
        String id = own == null ? Ids.freshOfSecondStage() : Ids.conversation(own, call);
        UpdateTransactionStatusRequest request = UpdateTransactionStatusRequest.builder()
                .country(context.country())
                .voucherCode(Required.value(draft.voucher, call, "voucher"))
                .customerMsisdn(action)
                .serviceProviderCode(context.serviceProvider(call))
                .thirdPartyConversationId(id)
                .transactionId(Required.value(draft.transaction, call, "transaction"))
                .apiVersion(ApiVersion.V3_1)
                .build();
        return sending.pay(TransactionApi.UPDATE_TRANSACTION_STATUS, id, request);
    }
}
