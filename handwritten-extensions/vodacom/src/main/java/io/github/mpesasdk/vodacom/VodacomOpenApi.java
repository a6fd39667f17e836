package io.github.mpesasdk.vodacom;

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
import io.github.mpesasdk.vodacomapi.VodacomApi;
import io.github.mpesasdk.vodacomapi.api.B2bCalls;
import io.github.mpesasdk.vodacomapi.api.B2cCalls;
import io.github.mpesasdk.vodacomapi.api.C2bCalls;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

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

    private final VodacomCalls calls;

    VodacomOpenApi(VodacomCalls calls) {
        this.calls = calls;
    }

    /** Starts a client. */
    public static VodacomOpenApiBuilder builder() {
        return new VodacomOpenApiBuilder();
    }

    /** Payments of customers. */
    public C2bCalls c2b() {
        return new C2bCalls(calls.flow());
    }

    /** Payments to customers. */
    public B2cCalls b2c() {
        return new B2cCalls(calls.flow());
    }

    /** Payments to businesses. */
    public B2bCalls b2b() {
        return new B2bCalls(calls.flow());
    }

    /** Asking for transactions, and undoing them. */
    public Transactions transactions() {
        return new Transactions(calls);
    }

    /** Mandates, and payments under them. */
    public DirectDebits directDebits() {
        return new DirectDebits(calls);
    }

    /** Who a customer is. */
    public Customers customers() {
        return new Customers(calls);
    }

    /** Receives what the gateway posts. */
    public Callbacks callbacks() {
        return new Callbacks(calls.flow());
    }

    /** The plain generated client: one method an operation, records in and out. */
    public VodacomApi api() {
        return new VodacomApi(calls.plain());
    }

    /**
     * Asks what became of a payment, by the reference that it, or the error about it, came with. Waits for its callback
     * and asks the gateway, and answers what is known after {@code limit} at the latest. Never sends anything again.
     *
     * @throws InvalidInputException if the reference is one of another API
     */
    public Outcome find(Reference reference, Duration limit) {
        return calls.flow().find(reference, limit);
    }

    /** The same without holding a thread. */
    public CompletableFuture<Outcome> findAsync(Reference reference, Duration limit) {
        return calls.flow().findAsync(reference, limit);
    }

    /**
     * Closes a payment that needs a person (see {@link NeedsPerson}) by what that person found out. Listeners hear of
     * it as settled.
     *
     * @throws InvalidInputException if the payment does not need a person
     * @throws NotJournaledException if the journal cannot be used; nothing is changed
     */
    public Settled decide(Reference reference, Decision decision) {
        return calls.flow().decide(reference, decision);
    }

    /**
     * Proves the API key by opening a session. Moves no money.
     *
     * @throws RefusedException if the gateway refuses it
     * @throws NotConnectedException if it cannot be reached
     * @throws NoAnswerException if it gives no usable answer
     */
    public void verify() {
        calls.sessions().verify();
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
        return call(operationId, input, CallSettings.DEFAULT);
    }

    /** The same, with what is particular to this call: {@code CallSettings.liftDocumentedLimits()}. */
    public JsonObject call(String operationId, JsonObject input, CallSettings particular) {
        return calls.flow().call(calls.plain().route(), operationId, input, particular);
    }

    /** Ends every wait with what is known, lets running calls end, and takes no new ones. */
    @Override
    public void close() {
        calls.flow().close();
    }

    /** The address of the gateway; nothing of the application. */
    @Override
    public String toString() {
        return "VodacomOpenApi[" + calls.settings().base() + "]";
    }
}
