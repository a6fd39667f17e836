package io.github.mpesasdk.daraja.api;

import io.github.mpesasdk.Evidence;
import io.github.mpesasdk.daraja.model.StkPushAnswer;
import io.github.mpesasdk.daraja.model.StkPushInput;
import io.github.mpesasdk.daraja.model.StkQueryAnswer;
import io.github.mpesasdk.daraja.model.StkQueryInput;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Fill;
import io.github.mpesasdk.runtime.Invoker;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Security;
import io.github.mpesasdk.runtime.Success;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * M-PESA Express, also called STK push. Prompts a customer's handset for a payment and asks what became of it.
 *
 * <p>Every method checks its request against the spec before anything leaves, and throws one of the sealed family of
 * {@link io.github.mpesasdk.MpesaException}. Thread-safe.
 */
public final class StkApi {

    /** {@code POST /mpesa/stkpush/v1/processrequest}: Ask a customer to pay, by a prompt on the handset. */
    public static final Operation<StkPushInput, StkPushAnswer> STK_PUSH = Operation.of(
                    "daraja", "stkPush", Operation.Input.BODY, StkPushInput.ADAPTER, StkPushAnswer.ADAPTER)
            .at("POST", "/mpesa/stkpush/v1/processrequest")
            .summary("Ask a customer to pay, by a prompt on the handset")
            .effect(Effect.MONEY)
            .success(Success.whenField("ResponseCode")
                    .is("0")
                    .orZeros()
                    .tracedBy("CheckoutRequestID", "MerchantRequestID"))
            .callbackRepeats("CheckoutRequestID", "answer.CheckoutRequestID")
            .callbackRepeats("MerchantRequestID", "answer.MerchantRequestID")
            .callbackRepeats("Amount", "request.Amount")
            .security(Security.BEARER)
            .callback("StkCallbackEnvelope")
            .query("stkQuery")
            .reference("CallBackURL")
            .fill(Fill.from("BusinessShortCode", "stkShortCode"))
            .fill(Fill.from("Password", "password"))
            .fill(Fill.from("Timestamp", "timestamp"))
            .fill(Fill.from("TransactionType", "transactionType"))
            .fill(Fill.sameAs("PartyA", "PhoneNumber"))
            .fill(Fill.from("PartyB", "receiver"))
            .fill(Fill.from("CallBackURL", "callbackAddress"))
            .evidence(Evidence.of("documented"))
            .build();

    /** {@code POST /mpesa/stkpushquery/v1/query}: Ask what became of an STK push. */
    public static final Operation<StkQueryInput, StkQueryAnswer> STK_QUERY = Operation.of(
                    "daraja", "stkQuery", Operation.Input.BODY, StkQueryInput.ADAPTER, StkQueryAnswer.ADAPTER)
            .at("POST", "/mpesa/stkpushquery/v1/query")
            .summary("Ask what became of an STK push")
            .effect(Effect.QUERY)
            .success(Success.whenField("ResponseCode")
                    .is("0")
                    .orZeros()
                    .orElseField("CheckoutRequestID")
                    .tracedBy("CheckoutRequestID", "MerchantRequestID"))
            .answerRepeats("CheckoutRequestID", "CheckoutRequestID")
            .security(Security.BEARER)
            .fill(Fill.from("BusinessShortCode", "stkShortCode"))
            .fill(Fill.from("Password", "password"))
            .fill(Fill.from("Timestamp", "timestamp"))
            .evidence(Evidence.of("documented"))
            .build();

    /** Every operation of this group, in the order of the spec. */
    public static final List<Operation<?, ?>> OPERATIONS = List.of(STK_PUSH, STK_QUERY);

    private final Invoker invoker;

    /** Operations that travel through {@code invoker}. */
    public StkApi(Invoker invoker) {
        this.invoker = invoker;
    }

    /**
     * Ask a customer to pay, by a prompt on the handset. Sends a payment prompt to the customer's handset, for a pay
     * bill or a till. The answer only says that the prompt was accepted; the customer then has one to three minutes to
     * enter the PIN, and the outcome is posted to CallBackURL. Take the outcome from the callback or from stkQuery,
     * whichever comes first. The wire has no id of the sender's, so a repeated push is a second prompt: never repeat
     * one whose answer was lost.
     *
     * <p>Effect: money. Evidence: documented.
     *
     * @throws io.github.mpesasdk.MpesaException see the class comment
     */
    public StkPushAnswer stkPush(StkPushInput request) {
        return invoker.invoke(STK_PUSH, request);
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<StkPushAnswer> stkPushAsync(StkPushInput request) {
        return invoker.invokeAsync(STK_PUSH, request);
    }

    /**
     * Ask what became of an STK push. Returns the outcome of one STK push. Three answers mean not finished yet, ask
     * again later: HTTP 200 with ResultCode 4999, and HTTP 500 with error 500.001.1001 and the message "The transaction
     * is being processed" or, in the first half minute, "The transaction does not exist". None of them is a reason to
     * push again. The receipt number is not in the answer; only the callback carries it. Asking too often earns HTTP
     * 429, so leave at least five seconds between questions.
     *
     * <p>Effect: query. Evidence: documented.
     *
     * @throws io.github.mpesasdk.MpesaException see the class comment
     */
    public StkQueryAnswer stkQuery(StkQueryInput request) {
        return invoker.invoke(STK_QUERY, request);
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<StkQueryAnswer> stkQueryAsync(StkQueryInput request) {
        return invoker.invokeAsync(STK_QUERY, request);
    }
}
