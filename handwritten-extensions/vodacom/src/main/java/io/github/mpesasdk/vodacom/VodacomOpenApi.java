package io.github.mpesasdk.vodacom;

import com.google.gson.JsonObject;
import io.github.mpesasdk.CallSettings;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.client.MpesaClient;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.core.transport.RoutingInvoker;
import io.github.mpesasdk.vodacomapi.VodacomApi;
import io.github.mpesasdk.vodacomapi.api.B2bCalls;
import io.github.mpesasdk.vodacomapi.api.B2cCalls;
import io.github.mpesasdk.vodacomapi.api.C2bCalls;
import io.github.mpesasdk.vodacomapi.api.CustomersCalls;
import io.github.mpesasdk.vodacomapi.api.DirectDebitsCalls;
import io.github.mpesasdk.vodacomapi.api.TransactionsCalls;
import io.github.mpesasdk.vodacomapi.model.VodacomCallback;

/**
 * M-Pesa in Tanzania, Ghana, Lesotho, the DRC and Mozambique. One client serves one application in one market; it is
 * immutable and thread-safe, keeps one session for all its calls, and is closed when the program ends.
 *
 * <pre>{@code
 * try (VodacomOpenApi vodacom = VodacomOpenApi.builder()
 *         .sandbox()
 *         .market(Market.TANZANIA)
 *         .apiKey(apiKey, publicKey)
 *         .serviceProvider("000000")
 *         .build()) {
 *     Outcome outcome = vodacom.c2b()
 *             .charge(charge -> charge.amount(1000).from("000000000001").description("Tea"))
 *             .await(Duration.ofMinutes(2));
 * }
 * }</pre>
 */
public final class VodacomOpenApi extends MpesaClient<VodacomCallback> {

    private final RoutingInvoker plain;
    private final Sessions sessions;

    /**
     * A client.
     *
     * @param plain sends with the session, and the request for a session with the API key
     */
    VodacomOpenApi(PaymentFlow<VodacomCallback> flow, BaseUrl base, RoutingInvoker plain, Sessions sessions) {
        super(flow, base);
        this.plain = plain;
        this.sessions = sessions;
    }

    /** Starts a client. */
    public static VodacomOpenApiBuilder builder() {
        return new VodacomOpenApiBuilder();
    }

    /**
     * Decodes any body that the gateway sends, callbacks and answers alike, into one normal form, to be shown. Code
     * that acts on a payment gives it to {@link #callbacks}, which also proves the origin.
     *
     * @throws UnreadableBodyException if it is HTML, empty, or no body of this API; never anything else
     */
    public static Decoded decode(String body) {
        return VodacomMarket.READER.decode(body);
    }

    /** Payments of customers. */
    public C2bCalls c2b() {
        return new C2bCalls(flow());
    }

    /** Payments to customers. */
    public B2cCalls b2c() {
        return new B2cCalls(flow());
    }

    /** Payments to businesses. */
    public B2bCalls b2b() {
        return new B2bCalls(flow());
    }

    /** Asking for transactions, and undoing them. */
    public TransactionsCalls<Outcome> transactions() {
        return new TransactionsCalls<>(flow(), flow().outcomes());
    }

    /** Mandates, and payments under them. */
    public DirectDebitsCalls<Mandate> directDebits() {
        return new DirectDebitsCalls<>(flow(), flow().asking(Mandate::new));
    }

    /** Who a customer is. */
    public CustomersCalls<CustomerName> customers() {
        return new CustomersCalls<>(flow(), flow().asking(CustomerName::of));
    }

    /** The plain generated client: one method an operation, records in and out. */
    public VodacomApi api() {
        return new VodacomApi(plain);
    }

    /** Proves the API key by opening a session. */
    @Override
    public void verify() {
        sessions.verify();
    }

    // A session is opened with the API key, and everything else is sent with the session.
    @Override
    public JsonObject call(String operationId, JsonObject input, CallSettings particular) {
        return flow().call(plain.route(), operationId, input, particular);
    }
}
