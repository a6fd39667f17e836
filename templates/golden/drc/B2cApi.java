package io.github.mpesasdk.drcapi.api;

import io.github.mpesasdk.Evidence;
import io.github.mpesasdk.drcapi.model.DrcB2cAnswer;
import io.github.mpesasdk.drcapi.model.DrcB2cInput;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Fill;
import io.github.mpesasdk.runtime.Invoker;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Security;
import io.github.mpesasdk.runtime.Success;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Payments from a business to a customer.
 *
 * <p>Every method checks its request against the spec before anything leaves, and throws one of the sealed family of
 * {@link io.github.mpesasdk.MpesaException}. Thread-safe.
 */
public final class B2cApi {

    /** {@code POST /iPG/B2C}, event {@code 12001}: Pay a customer. */
    public static final Operation<DrcB2cInput, DrcB2cAnswer> B2C_PAYMENT = Operation.of(
                    "drc", "b2cPayment", Operation.Input.BODY, DrcB2cInput.ADAPTER, DrcB2cAnswer.ADAPTER)
            .at("POST", "/iPG/B2C")
            .event("12001", "TransactionDateTime")
            .port(8094)
            .summary("Pay a customer")
            .effect(Effect.MONEY)
            .success(Success.whenField("ResponseCode")
                    .is("0")
                    .withOneOf("Insight_txid", "InsightReference")
                    .tracedBy("Insight_txid", "InsightReference"))
            .callbackRepeats("ThirdPartyReference", "request.ThirdPartyReference")
            .security(Security.IN_BODY)
            .callback("DrcB2cCallback")
            .reference("ThirdPartyReference")
            .fill(Fill.from("ServiceProviderName", "serviceProviderName"))
            .fill(Fill.from("TransactionDateTime", "now"))
            .fill(Fill.from("Shortcode", "shortCode"))
            .fill(Fill.from("Language", "language"))
            .fill(Fill.from("ThirdPartyReference", "freshId"))
            .fill(Fill.value("CallBackChannel", "2"))
            .fill(Fill.from("CallBackDestination", "callbackAddress"))
            .fill(Fill.from("CommandID", "b2cCommand"))
            .evidence(Evidence.of("captured"))
            .build();

    /** Every operation of this group, in the order of the spec. */
    public static final List<Operation<?, ?>> OPERATIONS = List.of(B2C_PAYMENT);

    private final Invoker invoker;

    /** Operations that travel through {@code invoker}. */
    public B2cApi(Invoker invoker) {
        this.invoker = invoker;
    }

    /**
     * Pay a customer. Pays money from a business to a customer. The answer only says that the request was accepted; the
     * outcome is posted to CallBackDestination. ThirdPartyReference is chosen by the sender, must be unique, and comes
     * back in the callback. Two answers are on record: one under the EventID 12001 with Insight_txid, which was
     * captured, and one under 80049 with InsightReference, which is doubtful; both are to be read.
     *
     * <p>Effect: money. Evidence: captured.
     *
     * @throws io.github.mpesasdk.MpesaException see the class comment
     */
    public DrcB2cAnswer b2cPayment(DrcB2cInput request) {
        return invoker.invoke(B2C_PAYMENT, request);
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<DrcB2cAnswer> b2cPaymentAsync(DrcB2cInput request) {
        return invoker.invokeAsync(B2C_PAYMENT, request);
    }
}
