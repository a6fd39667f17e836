package io.github.mpesasdk.drc;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.client.MpesaClient;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.drcapi.DrcApi;
import io.github.mpesasdk.drcapi.api.B2cCalls;
import io.github.mpesasdk.drcapi.api.C2bCalls;
import io.github.mpesasdk.drcapi.model.DrcCallback;
import io.github.mpesasdk.runtime.Invoker;

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
 * <p>No call of the gateway asks what became of a payment: where its callback does not come, {@link #find} answers that
 * nobody knows, and Vodacom's support must be asked. {@link #call} takes and gives items by name, and
 * {@code eventInfo}.
 *
 * <p>The operator publishes no documents of this gateway. What is known of it, and how well, is in the spec
 * {@code specs/drc}.
 */
public final class DrcGateway extends MpesaClient<DrcCallback> {

    private final Invoker transport;
    private final LoginAuthorizer sessions;

    DrcGateway(PaymentFlow<DrcCallback> flow, BaseUrl base, Invoker transport, LoginAuthorizer sessions) {
        super(flow, base);
        this.transport = transport;
        this.sessions = sessions;
    }

    /** Starts a client. */
    public static DrcGatewayBuilder builder() {
        return new DrcGatewayBuilder();
    }

    /**
     * Decodes any body that the gateway sends, callbacks and answers alike, into one normal form, to be shown. Code
     * that acts on a payment gives it to {@link #callbacks}, which also proves the origin.
     *
     * @throws UnreadableBodyException if it is HTML, JSON, empty, or no message of the gateway; never anything else
     */
    public static Decoded decode(String body) {
        return DrcMarket.READER.decode(body);
    }

    /** Payments of customers. */
    public C2bCalls c2b() {
        return new C2bCalls(flow());
    }

    /** Payments to customers. */
    public B2cCalls b2c() {
        return new B2cCalls(flow());
    }

    /** The plain generated client: one method an operation, records in and out; no dataItem anywhere. */
    public DrcApi api() {
        return new DrcApi(transport);
    }

    /** Proves user name and password by logging in. */
    @Override
    public void verify() {
        sessions.verify();
    }
}
