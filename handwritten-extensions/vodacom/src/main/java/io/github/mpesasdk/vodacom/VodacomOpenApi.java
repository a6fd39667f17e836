package io.github.mpesasdk.vodacom;

import com.google.gson.JsonObject;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.core.callback.CallbackDesk;
import io.github.mpesasdk.core.input.JsonCalls;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.core.transport.RoutingInvoker;
import io.github.mpesasdk.runtime.Invoker;
import io.github.mpesasdk.vodacomapi.VodacomApi;
import io.github.mpesasdk.vodacomapi.api.SessionApi;
import java.time.Duration;

/**
 * M-Pesa in Tanzania, Ghana, Lesotho, the DRC and Mozambique. One client serves one application in one market; it is
 * immutable and thread-safe, keeps one session for all its calls, and is closed when the program ends.
 *
 * <pre>{@code
 * try (VodacomOpenApi vodacom = VodacomOpenApi.builder()
 *         .sandbox()
 *         .market(Market.TANZANIA)
 *         .apiKey(apiKey, PublicKeys.read(publicKey))
 *         .serviceProvider("000000")
 *         .build()) {
 *     Outcome outcome = vodacom.c2b()
 *             .charge(charge -> charge.amount(1000).from("0744 000 001").description("Tea"))
 *             .await(Duration.ofMinutes(2));
 * }
 * }</pre>
 */
public final class VodacomOpenApi implements AutoCloseable {

    private final HttpInvoker invoker;
    private final VodacomContext context;

    VodacomOpenApi(HttpInvoker invoker, HttpInvoker sessions, VodacomSettings settings) {
        this.invoker = invoker;
        Invoker routed = new RoutingInvoker(operation -> operation.equals(SessionApi.GET_SESSION) ? sessions : invoker);
        this.context =
                new VodacomContext(settings, routed, new VodacomApi(routed), new CallbackDesk<>(settings.clock()));
    }

    /** Starts a client. */
    public static VodacomOpenApiBuilder builder() {
        return new VodacomOpenApiBuilder();
    }

    /** Payments of customers. */
    public C2b c2b() {
        return new C2b(context);
    }

    /** Payments to customers. */
    public B2c b2c() {
        return new B2c(context);
    }

    /** Payments to businesses. */
    public B2b b2b() {
        return new B2b(context);
    }

    /** Asking for transactions, and undoing them. */
    public Transactions transactions() {
        return new Transactions(context);
    }

    /** Mandates, and payments under them. */
    public DirectDebits directDebits() {
        return new DirectDebits(context);
    }

    /** Who a customer is. */
    public Customers customers() {
        return new Customers(context);
    }

    /** The door for what the gateway posts. */
    public Callbacks callbacks() {
        return new Callbacks(context.desk());
    }

    /** The plain generated client: one method an operation, records in and out. */
    public VodacomApi api() {
        return context.api();
    }

    /**
     * Asks what became of a payment, by the reference that it, or the error about it, came with. Waits for its callback
     * and asks the gateway, and answers what is known after {@code limit} at the latest. Never sends anything again.
     *
     * @throws InvalidInputException if the reference is of another kind, or no service provider is set
     */
    public Outcome find(Reference reference, Duration limit) {
        boolean isOurs = reference.field().equals(Sending.BY_CONVERSATION_ID);
        if (!isOurs && !reference.field().equals(Sending.BY_QUERY_REFERENCE)) {
            throw new InvalidInputException(
                    "find", "reference", "must be one that a payment or an error of this client came with");
        }
        return new Sending(context)
                .settlement("", context.desk().expect(reference.value()), reference)
                .await(limit, new Unknown(reference, null));
    }

    /**
     * Sends one operation from a JSON object of wire names. The conversation id, the transaction reference, the
     * country, the currency, the version and the short code of the client are filled in where they are absent;
     * {@code getSession} goes with the API key.
     *
     * @param operationId for example {@code c2bPayment}
     * @return the answer, by wire names
     * @throws MpesaException like the typed calls; a field that the operation does not have is refused
     */
    public JsonObject call(String operationId, JsonObject input) {
        return new JsonCalls(VodacomApi.OPERATIONS, context.invoker(), new VodacomCompletion(context))
                .call(operationId, input);
    }

    /**
     * Lets running calls end and frees the threads of this client. An {@code OkHttpClient} of the caller's stays open.
     */
    @Override
    public void close() {
        invoker.close();
    }

    /** The address of the gateway; nothing of the application. */
    @Override
    public String toString() {
        return "VodacomOpenApi[" + context.settings().base() + "]";
    }
}
