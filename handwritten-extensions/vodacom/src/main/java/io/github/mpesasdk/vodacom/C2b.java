package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.vodacomapi.api.C2bApi;
import io.github.mpesasdk.vodacomapi.api.TransactionApi;
import io.github.mpesasdk.vodacomapi.model.C2bPaymentMultiStageAnswer;
import io.github.mpesasdk.vodacomapi.model.TransactionAnswer;
import io.github.mpesasdk.vodacomapi.model.VoucherAction;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Payments of customers, confirmed by a PIN on the handset. Thread-safe. */
public final class C2b {

    private static final String CHARGE = "c2b().charge";
    private static final String CHARGE_IN_STAGES = "c2b().chargeInStages";
    private static final String COMMIT = "c2b().commit";
    private static final String GIVE_BACK = "c2b().giveBack";

    private final VodacomCalls calls;

    C2b(VodacomCalls calls) {
        this.calls = calls;
    }

    /**
     * Asks a customer to pay. Sent at most once, under an id that is chosen before. Where the application is
     * synchronous, this waits for the PIN and the payment comes settled.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing. Its reference is the id; give it to
     *     {@link VodacomOpenApi#find}
     */
    public Payment<TransactionAnswer> charge(Consumer<ChargeDraft> describe) {
        return calls.flow().pay(CHARGE, C2bApi.C2B_PAYMENT, charged(describe));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Payment<TransactionAnswer>> chargeAsync(Consumer<ChargeDraft> describe) {
        return calls.flow().payAsync(CHARGE, C2bApi.C2B_PAYMENT, charged(describe));
    }

    /**
     * Asks a customer to pay, and holds the money until {@link #commit} or {@link #giveBack}. Success means held. The
     * operator does not describe it. The acknowledgement has the voucher that the second stage needs, where the
     * application is synchronous.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing. Its reference is the id; give it to
     *     {@link VodacomOpenApi#find}
     */
    public Payment<C2bPaymentMultiStageAnswer> chargeInStages(Consumer<ChargeDraft> describe) {
        return calls.flow().pay(CHARGE_IN_STAGES, C2bApi.C2B_PAYMENT_MULTI_STAGE, charged(describe));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Payment<C2bPaymentMultiStageAnswer>> chargeInStagesAsync(Consumer<ChargeDraft> describe) {
        return calls.flow().payAsync(CHARGE_IN_STAGES, C2bApi.C2B_PAYMENT_MULTI_STAGE, charged(describe));
    }

    private Draft.Content charged(Consumer<ChargeDraft> describe) {
        ChargeDraft draft = new ChargeDraft(calls.numbers());
        describe.accept(draft);
        return draft.content();
    }

    /**
     * Commits the money that a first stage holds. Sent at most once.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; the money is still held
     * @throws UnknownOutcomeException if the answer was lost or settles nothing. Its reference is the id; give it to
     *     {@link VodacomOpenApi#find}
     */
    public Payment<TransactionAnswer> commit(Consumer<SecondStageDraft> describe) {
        return calls.flow()
                .pay(COMMIT, TransactionApi.UPDATE_TRANSACTION_STATUS, secondStage(VoucherAction.COMMIT, describe));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Payment<TransactionAnswer>> commitAsync(Consumer<SecondStageDraft> describe) {
        return calls.flow()
                .payAsync(
                        COMMIT, TransactionApi.UPDATE_TRANSACTION_STATUS, secondStage(VoucherAction.COMMIT, describe));
    }

    /**
     * Gives the money that a first stage holds back to the customer. Sent at most once.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; the money is still held
     * @throws UnknownOutcomeException if the answer was lost or settles nothing. Its reference is the id; give it to
     *     {@link VodacomOpenApi#find}
     */
    public Payment<TransactionAnswer> giveBack(Consumer<SecondStageDraft> describe) {
        return calls.flow()
                .pay(
                        GIVE_BACK,
                        TransactionApi.UPDATE_TRANSACTION_STATUS,
                        secondStage(VoucherAction.GIVE_BACK, describe));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Payment<TransactionAnswer>> giveBackAsync(Consumer<SecondStageDraft> describe) {
        return calls.flow()
                .payAsync(
                        GIVE_BACK,
                        TransactionApi.UPDATE_TRANSACTION_STATUS,
                        secondStage(VoucherAction.GIVE_BACK, describe));
    }

    private Draft.Content secondStage(VoucherAction action, Consumer<SecondStageDraft> describe) {
        SecondStageDraft draft = new SecondStageDraft(calls.numbers(), action);
        describe.accept(draft);
        return draft.content();
    }
}
