package io.github.mpesasdk.drc;

import com.google.gson.JsonObject;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.callback.CallbackDesk;
import io.github.mpesasdk.core.input.JsonCalls;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.drcapi.DrcApi;
import io.github.mpesasdk.runtime.Invoker;
import java.time.Duration;

/**
 * M-Pesa in the DRC, through Vodacom's SOAP gateway. One client serves one merchant; it is immutable and thread-safe,
 * shares one session among its calls, and is closed when the program ends.
 *
 * <pre>{@code
 * try (DrcGateway drc = DrcGateway.builder()
 *         .test()
 *         .login(username, password)
 *         .c2bAccount(serviceProviderCode, commandId)
 *         .callbacksAt(URI.create("https://shop.example/mpesa"))
 *         .build()) {
 *     Outcome outcome = drc.c2b()
 *             .charge(charge -> charge.amount(2500)
 *                     .currency(DrcCurrency.CDF)
 *                     .from("0810 000 001")
 *                     .surname("Shop")
 *                     .initials("Order 17"))
 *             .await(Duration.ofMinutes(2));
 * }
 * }</pre>
 *
 * <p>The operator publishes no documents of this gateway. What is known of it, and how well, is in the spec
 * {@code specs/drc}.
 */
public final class DrcGateway implements AutoCloseable {

    private final HttpInvoker transport;
    private final BaseUrl base;
    private final DrcContext context;

    DrcGateway(HttpInvoker transport, BaseUrl base, DrcSettings settings) {
        this.transport = transport;
        this.base = base;
        Invoker calls = new WritableRequests(transport);
        this.context = new DrcContext(settings, calls, new DrcApi(calls), new CallbackDesk<>(settings.clock()));
    }

    /** Starts a client. */
    public static DrcGatewayBuilder builder() {
        return new DrcGatewayBuilder();
    }

    /** Payments of customers. */
    public C2b c2b() {
        return new C2b(context);
    }

    /** Payments to customers. */
    public B2c b2c() {
        return new B2c(context);
    }

    /** The door for what the gateway posts. */
    public Callbacks callbacks() {
        return new Callbacks(context.desk());
    }

    /** The plain generated client: one method an operation, records in and out; no dataItem anywhere. */
    public DrcApi api() {
        return context.api();
    }

    /**
     * Waits for the callback of a payment of this client, by the reference that it, or the error about it, came with.
     * The gateway has no known call that asks: where no callback comes, and after a restart, the answer after
     * {@code limit} is that nobody knows, and Vodacom's support must be asked. Never sends anything again.
     *
     * @throws InvalidInputException if the reference is none of this API's
     */
    public Outcome find(Reference reference, Duration limit) {
        return new Payments(context).find(reference, limit);
    }

    /**
     * Sends one operation from a JSON object of item names. The login, the time, the reference, the language, the
     * channel, and what the merchant was issued are filled in where they are absent.
     *
     * @param operationId {@code login}, {@code c2bPayment} or {@code b2cPayment}
     * @return the answer: its items by name, and {@code eventInfo}
     * @throws MpesaException like the typed calls; an item that the operation does not have is refused
     */
    public JsonObject call(String operationId, JsonObject input) {
        return new JsonCalls(DrcApi.OPERATIONS, context.invoker(), new DrcCompletion(context.settings()))
                .call(operationId, input);
    }

    /**
     * Lets running calls end and frees the threads of this client. An {@code OkHttpClient} of the caller's stays open.
     */
    @Override
    public void close() {
        transport.close();
    }

    /** The address of the gateway; nothing of the merchant. */
    @Override
    public String toString() {
        return "DrcGateway[" + base + "]";
    }
}
