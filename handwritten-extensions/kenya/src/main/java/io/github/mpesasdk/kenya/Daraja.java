package io.github.mpesasdk.kenya;

import com.google.gson.JsonObject;
import io.github.mpesasdk.CallSettings;
import io.github.mpesasdk.Decision;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NeedsPerson;
import io.github.mpesasdk.NotJournaledException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.daraja.DarajaApi;
import io.github.mpesasdk.daraja.api.B2bCalls;
import io.github.mpesasdk.daraja.api.B2cCalls;
import io.github.mpesasdk.daraja.api.QrCalls;
import io.github.mpesasdk.daraja.api.RatibaCalls;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * M-Pesa in Kenya. One client serves one app; it is immutable and thread-safe, keeps one token for all its calls, and
 * is closed when the program ends.
 *
 * <pre>{@code
 * try (Daraja daraja = Daraja.builder()
 *         .sandbox()
 *         .app(consumerKey, consumerSecret)
 *         .payBill("174379", passkey)
 *         .callbacksAt(URI.create("https://shop.example/pay"))
 *         .build()) {
 *     Outcome outcome = daraja.stk()
 *             .push(push -> push.amount(1).from("0708 374 149").reference("INV-001").description("Tea"))
 *             .await(Duration.ofMinutes(2));
 * }
 * }</pre>
 */
public final class Daraja implements AutoCloseable {

    private final KenyaCalls calls;

    Daraja(KenyaCalls calls) {
        this.calls = calls;
    }

    /** Starts a client. */
    public static DarajaBuilder builder() {
        return new DarajaBuilder();
    }

    /** Prompts on customers' handsets. */
    public Stk stk() {
        return new Stk(calls);
    }

    /** Payments that customers start themselves. */
    public C2b c2b() {
        return new C2b(calls, C2b.Version.V2);
    }

    /** Payments to customers. */
    public B2cCalls b2c() {
        return new B2cCalls(calls.flow());
    }

    /** Payments to businesses. */
    public B2bCalls b2b() {
        return new B2bCalls(calls.flow());
    }

    /** The accounts of the short code. */
    public Account account() {
        return new Account(calls);
    }

    /** Asking for transactions, and undoing them. */
    public Transactions transactions() {
        return new Transactions(calls);
    }

    /** QR codes that customers scan to pay. */
    public QrCalls qr() {
        return new QrCalls(calls.flow());
    }

    /** Standing orders, which a customer approves once. */
    public RatibaCalls ratiba() {
        return new RatibaCalls(calls.flow());
    }

    /** Lists of the payments that a short code received. */
    public Pull pull() {
        return new Pull(calls.flow());
    }

    /** Receives what Safaricom posts. */
    public Callbacks callbacks() {
        return new Callbacks(calls.flow());
    }

    /** The plain generated client: one method an operation, records in and out. */
    public DarajaApi api() {
        return new DarajaApi(calls.transport());
    }

    /**
     * Asks what became of a payment, by the reference that it, or the error about it, came with. Waits for its callback
     * and asks the gateway, and answers what is known after {@code limit} at the latest. Never sends anything again.
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
     * Proves the credentials of the app by fetching a token. Moves no money.
     *
     * @throws RefusedException if the gateway refuses them
     * @throws NotConnectedException if it cannot be reached
     * @throws NoAnswerException if it gives no usable answer
     */
    public void verify() {
        calls.tokens().verify();
    }

    /**
     * Sends one operation from a JSON object of wire names. What the client knows or computes (Password, Timestamp,
     * SecurityCredential, short codes, callback addresses, the id of {@code b2cPaymentV3}) is filled in where it is
     * absent.
     *
     * @param operationId for example {@code stkPush}
     * @return the answer, by wire names
     * @throws MpesaException like the typed calls; a field that the operation does not have is refused
     */
    public JsonObject call(String operationId, JsonObject input) {
        return call(operationId, input, CallSettings.DEFAULT);
    }

    /** The same, with what is particular to this call: {@code CallSettings.liftDocumentedLimits()}. */
    public JsonObject call(String operationId, JsonObject input, CallSettings particular) {
        return calls.flow().call(operationId, input, particular);
    }

    /** Ends every wait with what is known, lets running calls end, and takes no new ones. */
    @Override
    public void close() {
        calls.flow().close();
    }

    /** The address of the gateway; nothing of the app. */
    @Override
    public String toString() {
        return "Daraja[" + calls.settings().base() + "]";
    }
}
