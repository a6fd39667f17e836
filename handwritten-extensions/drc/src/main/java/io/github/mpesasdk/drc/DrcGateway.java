package io.github.mpesasdk.drc;

import com.google.gson.JsonObject;
import io.github.mpesasdk.CallSettings;
import io.github.mpesasdk.Decision;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NeedsPerson;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.NotJournaledException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.drcapi.DrcApi;
import io.github.mpesasdk.drcapi.api.B2cCalls;
import io.github.mpesasdk.drcapi.api.C2bCalls;
import io.github.mpesasdk.drcapi.model.DrcCallback;
import io.github.mpesasdk.runtime.Invoker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

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

    private final PaymentFlow<DrcCallback> flow;
    private final Invoker transport;
    private final LoginAuthorizer sessions;
    private final BaseUrl base;

    DrcGateway(PaymentFlow<DrcCallback> flow, Invoker transport, LoginAuthorizer sessions, BaseUrl base) {
        this.flow = flow;
        this.transport = transport;
        this.sessions = sessions;
        this.base = base;
    }

    /** Starts a client. */
    public static DrcGatewayBuilder builder() {
        return new DrcGatewayBuilder();
    }

    /** Payments of customers. */
    public C2bCalls c2b() {
        return new C2bCalls(flow);
    }

    /** Payments to customers. */
    public B2cCalls b2c() {
        return new B2cCalls(flow);
    }

    /** Receives what the gateway posts. */
    public Callbacks callbacks() {
        return new Callbacks(flow);
    }

    /** The plain generated client: one method an operation, records in and out; no dataItem anywhere. */
    public DrcApi api() {
        return new DrcApi(transport);
    }

    /**
     * Waits for the callback of a payment, by the reference that it, or the error about it, came with: in this process,
     * in another one, or after a restart. The gateway has no known call that asks: where no callback comes, the answer
     * after {@code limit} is that nobody knows, and Vodacom's support must be asked. Never sends anything again.
     *
     * @throws InvalidInputException if the reference is none of this API's
     */
    public Outcome find(Reference reference, Duration limit) {
        return flow.find(reference, limit);
    }

    /** The same without holding a thread. */
    public CompletableFuture<Outcome> findAsync(Reference reference, Duration limit) {
        return flow.findAsync(reference, limit);
    }

    /**
     * Closes a payment that needs a person (see {@link NeedsPerson}) by what that person found out. Listeners hear of
     * it as settled.
     *
     * @throws InvalidInputException if the payment does not need a person
     * @throws NotJournaledException if the journal cannot be used; nothing is changed
     */
    public Settled decide(Reference reference, Decision decision) {
        return flow.decide(reference, decision);
    }

    /**
     * Proves user name and password by logging in. Moves no money.
     *
     * @throws RefusedException if the gateway refuses them
     * @throws NotConnectedException if it cannot be reached
     * @throws NoAnswerException if it gives no usable answer
     */
    public void verify() {
        sessions.verify();
    }

    /**
     * Sends one operation from a JSON object of item names. The login, the time, the id, the language, the callback
     * address, and what the merchant was issued are filled in where they are absent.
     *
     * @param operationId {@code login}, {@code c2bPayment} or {@code b2cPayment}
     * @return the answer: its items by name, and {@code eventInfo}
     * @throws MpesaException like the typed calls; an item that the operation does not have is refused
     */
    public JsonObject call(String operationId, JsonObject input) {
        return call(operationId, input, CallSettings.DEFAULT);
    }

    /** The same, with what is particular to this call: {@code CallSettings.liftDocumentedLimits()}. */
    public JsonObject call(String operationId, JsonObject input, CallSettings particular) {
        return flow.call(operationId, input, particular);
    }

    /** Ends every wait with what is known, lets running calls end, and takes no new ones. */
    @Override
    public void close() {
        flow.close();
    }

    /** The address of the gateway; nothing of the merchant. */
    @Override
    public String toString() {
        return "DrcGateway[" + base + "]";
    }
}
