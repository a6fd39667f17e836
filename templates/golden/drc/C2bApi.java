package io.github.mpesasdk.drcapi.api;

import io.github.mpesasdk.Evidence;
import io.github.mpesasdk.drcapi.model.DrcC2bAnswer;
import io.github.mpesasdk.drcapi.model.DrcC2bInput;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Fill;
import io.github.mpesasdk.runtime.Invoker;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Security;
import io.github.mpesasdk.runtime.Success;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Payments from a customer to a business, confirmed by the customer with a PIN.
 *
 * <p>Every method checks its request against the spec before anything leaves, and throws one of the sealed family of
 * {@link io.github.mpesasdk.MpesaException}. Thread-safe.
 */
public final class C2bApi {

    /** {@code POST /insight/SOAPIn}, event {@code 80049}: Ask a customer to pay. */
    public static final Operation<DrcC2bInput, DrcC2bAnswer> C2B_PAYMENT = Operation.of(
                    "drc", "c2bPayment", Operation.Input.BODY, DrcC2bInput.ADAPTER, DrcC2bAnswer.ADAPTER)
            .at("POST", "/insight/SOAPIn")
            .event("80049")
            .port(8091)
            .summary("Ask a customer to pay")
            .effect(Effect.MONEY)
            .success(Success.whenField("ResponseCode")
                    .is("0")
                    .withOneOf("InsightReference", "Insight_txid")
                    .tracedBy("InsightReference", "Insight_txid"))
            .callbackRepeats("ThirdPartyReference", "request.ThirdPartyReference")
            .callbackRepeats("Amount", "request.Amount")
            .security(Security.IN_BODY)
            .callback("DrcC2bCallback")
            .reference("ThirdPartyReference")
            .fill(Fill.from("ServiceProviderCode", "serviceProviderCode"))
            .fill(Fill.from("Date", "now"))
            .fill(Fill.from("ThirdPartyReference", "freshId"))
            .fill(Fill.from("CommandId", "c2bCommand"))
            .fill(Fill.from("Language", "language"))
            .fill(Fill.value("CallBackChannel", "2"))
            .fill(Fill.from("CallBackDestination", "callbackAddress"))
            .evidence(Evidence.of("captured"))
            .build();

    /** Every operation of this group, in the order of the spec. */
    public static final List<Operation<?, ?>> OPERATIONS = List.of(C2B_PAYMENT);

    private final Invoker invoker;

    /** Operations that travel through {@code invoker}. */
    public C2bApi(Invoker invoker) {
        this.invoker = invoker;
    }

    /**
     * Ask a customer to pay. Sends a payment prompt to the customer's handset. The answer only says that the request
     * was accepted; the outcome is posted to CallBackDestination. ThirdPartyReference is chosen by the sender, must be
     * unique, and comes back in the callback. Every known client sends all twelve items.
     *
     * <p>Effect: money. Evidence: captured.
     *
     * @throws io.github.mpesasdk.MpesaException see the class comment
     */
    public DrcC2bAnswer c2bPayment(DrcC2bInput request) {
        return invoker.invoke(C2B_PAYMENT, request);
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<DrcC2bAnswer> c2bPaymentAsync(DrcC2bInput request) {
        return invoker.invokeAsync(C2B_PAYMENT, request);
    }
}
