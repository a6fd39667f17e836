package io.github.mpesasdk.kenya;

import com.google.gson.JsonObject;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.callback.CallbackDesk;
import io.github.mpesasdk.core.input.JsonCalls;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.daraja.DarajaApi;
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
 *             .push(push -> push.amount(1).from("0708 374 149").accountReference("INV-001").description("Tea"))
 *             .await(Duration.ofMinutes(2));
 * }
 * }</pre>
 */
public final class Daraja implements AutoCloseable {

    private final HttpInvoker invoker;
    private final DarajaContext context;

    Daraja(HttpInvoker invoker, DarajaSettings settings) {
        this.invoker = invoker;
        this.context =
                new DarajaContext(settings, invoker, new DarajaApi(invoker), new CallbackDesk<>(settings.clock()));
    }

    /** Starts a client. */
    public static DarajaBuilder builder() {
        return new DarajaBuilder();
    }

    /** Prompts on customers' handsets. */
    public Stk stk() {
        return new Stk(context);
    }

    /** Payments that customers start themselves. */
    public C2b c2b() {
        return new C2b(context, C2b.Version.V2);
    }

    /** Payments to customers. */
    public B2c b2c() {
        return new B2c(context);
    }

    /** Payments to businesses. */
    public B2b b2b() {
        return new B2b(context);
    }

    /** The accounts of the short code. */
    public Account account() {
        return new Account(context);
    }

    /** Asking for transactions, and undoing them. */
    public Transactions transactions() {
        return new Transactions(context);
    }

    /** The door for what Safaricom posts. */
    public Callbacks callbacks() {
        return new Callbacks(context.desk());
    }

    /** The plain generated client: one method an operation, records in and out. */
    public DarajaApi api() {
        return context.api();
    }

    /**
     * Asks what became of a payment, by the reference that it, or the error about it, came with. Waits for its callback
     * and asks the gateway, and answers what is known after {@code limit} at the latest. Never sends anything again.
     */
    public Outcome find(Reference reference, Duration limit) {
        Outcome nothingHeard = new Unknown(reference, null);
        return switch (reference.field()) {
            case Stk.BY_CHECKOUT_ID ->
                stk().settlement(waiting(reference), reference).await(limit, nothingHeard);
            case Stk.BY_CALLBACK_ADDRESS ->
                stk().settlement(context.callback(segment(reference)), reference)
                        .await(limit, nothingHeard);
            case Results.BY_RESULT_ADDRESS ->
                new Results(context)
                        .settlement("", context.callback(segment(reference)), reference)
                        .await(limit, nothingHeard);
            case Results.BY_CONVERSATION_ID, Results.BY_RECEIPT ->
                new Results(context)
                        .settlement("", waiting(reference), reference)
                        .await(limit, nothingHeard);
            default ->
                throw new InvalidInputException(
                        "find", "reference", "must be one that a payment or an error of this client came with");
        };
    }

    private CompletableFuture<KenyaCallback> waiting(Reference reference) {
        return context.desk().byAlias(reference.value()).orElseGet(CompletableFuture::new);
    }

    private static String segment(Reference reference) {
        return CallbackAddress.segmentOf(reference.value())
                .orElseThrow(() -> new InvalidInputException(
                        "find", "reference", "must be a callback address that this SDK made"));
    }

    /**
     * Sends one operation from a JSON object of wire names. Password, Timestamp, SecurityCredential and the
     * conversation id of {@code b2cPaymentV3} are filled in where they are absent and the client has the means.
     *
     * @param operationId for example {@code stkPush}
     * @return the answer, by wire names
     * @throws MpesaException like the typed calls; a field that the operation does not have is refused
     */
    public JsonObject call(String operationId, JsonObject input) {
        return new JsonCalls(DarajaApi.OPERATIONS, invoker, new DarajaCompletion(context.settings()))
                .call(operationId, input);
    }

    /**
     * Lets running calls end and frees the threads of this client. An {@code OkHttpClient} of the caller's stays open.
     */
    @Override
    public void close() {
        invoker.close();
    }

    /** The address of the gateway; nothing of the app. */
    @Override
    public String toString() {
        return "Daraja[" + context.settings().base() + "]";
    }
}
