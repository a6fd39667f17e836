package io.github.mpesasdk.kenya;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.StillPendingException;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.core.outcome.Settlement;
import io.github.mpesasdk.daraja.model.StkPushRequest;
import io.github.mpesasdk.daraja.model.StkPushResponse;
import io.github.mpesasdk.daraja.model.StkQueryRequest;
import io.github.mpesasdk.daraja.model.TransactionType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** M-Pesa Express: asks a customer to pay, by a prompt on the handset. Thread-safe. */
public final class Stk {

    static final String BY_CHECKOUT_ID = "CheckoutRequestID";
    static final String BY_CALLBACK_ADDRESS = "CallBackURL";

    private final DarajaContext context;

    Stk(DarajaContext context) {
        this.context = context;
    }

    /**
     * Sends one prompt. It is sent at most once; the payment it answers with is accepted, not paid.
     *
     * @throws InvalidInputException if something is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; no prompt was sent
     * @throws UnknownOutcomeException if the answer was lost: the customer may be looking at the prompt. Its reference
     *     is the callback address of this push; give it to {@link Daraja#find}
     */
    public Payment<StkPushResponse> push(Consumer<StkPushDraft> describe) {
        StkPushDraft draft = new StkPushDraft();
        describe.accept(draft);
        CallbackAddress address = context.address(draft.callback, "stk().push");
        StkPushRequest request = request(draft, address);
        CompletableFuture<KenyaCallback> callback = context.desk().expect(address.segment());
        StkPushResponse acknowledgement = context.api().stk().stkPush(request);
        Reference reference = reference(acknowledgement, address);
        context.desk().alias(address.segment(), reference.value());
        return new Payment<>(acknowledgement, reference, settlement(callback, reference));
    }

    private StkPushRequest request(StkPushDraft draft, CallbackAddress address) {
        StkAccount account = context.stkAccount("stk().push");
        StkPassword password = account.password(context.settings().clock());
        Msisdn payer = Required.value(draft.payer, "stk().push", "from");
        return StkPushRequest.builder()
                .businessShortCode(account.businessShortCode())
                .password(password.password())
                .timestamp(password.timestamp())
                .transactionType(
                        account.isTill()
                                ? TransactionType.CUSTOMER_BUY_GOODS_ONLINE
                                : TransactionType.CUSTOMER_PAY_BILL_ONLINE)
                .amount(Required.value(draft.amount, "stk().push", "amount"))
                .partyA(payer.digits())
                .partyB(account.receiver())
                .phoneNumber(payer.digits())
                .callbackUrl(address.uri())
                .accountReference(Required.value(draft.accountReference, "stk().push", "accountReference"))
                .transactionDescription(Required.value(draft.description, "stk().push", "description"))
                .build();
    }

    private static Reference reference(StkPushResponse acknowledgement, CallbackAddress address) {
        return acknowledgement.checkoutRequestId() != null
                ? new Reference(BY_CHECKOUT_ID, acknowledgement.checkoutRequestId())
                : new Reference(BY_CALLBACK_ADDRESS, address.uri().toString());
    }

    /**
     * Asks once what became of a push. Leave five seconds between questions: the gateway answers faster ones with 429.
     *
     * @param checkoutRequestId from the acknowledgement, or from your records
     * @return {@link Pending} while the customer has not answered
     */
    public Outcome status(String checkoutRequestId) {
        Reference reference = new Reference(BY_CHECKOUT_ID, checkoutRequestId);
        try {
            return KenyaOutcomes.ofStkQuery(context.api().stk().stkQuery(query(checkoutRequestId)), reference);
        } catch (StillPendingException notYet) {
            return new Pending(reference);
        }
    }

    Settlement settlement(CompletableFuture<KenyaCallback> callback, Reference reference) {
        return new Settlement(
                callback.thenApply(event -> outcome(event, reference)),
                () -> ask(reference),
                context.settings().firstQuestion());
    }

    private static Outcome outcome(KenyaCallback event, Reference reference) {
        return event instanceof KenyaCallback.StkResult stk
                ? KenyaOutcomes.ofStkCallback(stk.payload(), reference)
                : new Unknown(reference, null);
    }

    private CompletableFuture<Outcome> ask(Reference reference) {
        if (!reference.field().equals(BY_CHECKOUT_ID)) {
            // The acknowledgement was lost, and with it the id that the query needs: only the callback can tell.
            return CompletableFuture.completedFuture(new Unknown(reference, null));
        }
        return context.api()
                .stk()
                .stkQueryAsync(query(reference.value()))
                .thenApply(answer -> KenyaOutcomes.ofStkQuery(answer, reference))
                .exceptionally(error -> pendingOrThrow(error, reference));
    }

    private static Outcome pendingOrThrow(Throwable error, Reference reference) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof StillPendingException) {
            return new Pending(reference);
        }
        throw new CompletionException(cause);
    }

    private StkQueryRequest query(String checkoutRequestId) {
        StkAccount account = context.stkAccount("stk().status");
        StkPassword password = account.password(context.settings().clock());
        return StkQueryRequest.builder()
                .businessShortCode(account.businessShortCode())
                .password(password.password())
                .timestamp(password.timestamp())
                .checkoutRequestId(checkoutRequestId)
                .build();
    }
}
