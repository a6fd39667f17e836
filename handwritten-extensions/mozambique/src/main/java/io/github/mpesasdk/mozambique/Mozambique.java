package io.github.mpesasdk.mozambique;

import com.google.gson.JsonObject;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NumberingPlan;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.callback.CallbackDesk;
import io.github.mpesasdk.core.input.JsonCalls;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * M-Pesa in Mozambique, by Vodacom's own API. One client serves one API key; it is immutable and thread-safe, has no
 * session to keep, and is closed when the program ends.
 *
 * <pre>{@code
 * try (Mozambique mozambique = Mozambique.builder()
 *         .sandbox()
 *         .apiKey(apiKey, PublicKeys.read(publicKey))
 *         .serviceProvider("171717")
 *         .build()) {
 *     Outcome outcome = mozambique.c2b()
 *             .charge(charge -> charge.amount(15).from("84 333 0333").transactionReference("INV001"))
 *             .await(Duration.ofMinutes(2));
 * }
 * }</pre>
 */
public final class Mozambique implements AutoCloseable {

    /** 258 and nine digits that start with 8. Which of them are Vodacom's is left to the gateway. */
    public static final NumberingPlan NUMBERING =
            new NumberingPlan("Mozambique", "258", Pattern.compile("8\\d{8}"), "84 123 4567");

    private final HttpInvoker invoker;
    private final MozambiqueContext context;

    Mozambique(HttpInvoker invoker, MozambiqueSettings settings) {
        this.invoker = invoker;
        this.context = new MozambiqueContext(
                settings, invoker, new MozambiqueApi(invoker), new CallbackDesk<>(settings.clock()));
    }

    /** Starts a client. */
    public static MozambiqueBuilder builder() {
        return new MozambiqueBuilder();
    }

    /** Payments from customers. */
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

    /** Who a customer is, before money is sent. */
    public Customers customers() {
        return new Customers(context);
    }

    /** The door for what Vodacom posts, where the account is asynchronous. */
    public Callbacks callbacks() {
        return new Callbacks(context.desk());
    }

    /** The plain generated client: one method an operation, records in and out. */
    public MozambiqueApi api() {
        return context.api();
    }

    /**
     * Asks what became of a payment, by the reference that it, or the error about it, came with. Waits for its callback
     * and asks the gateway, and answers what is known after {@code limit} at the latest. Never sends anything again.
     *
     * @throws InvalidInputException if the reference is none of this API's
     */
    public Outcome find(Reference reference, Duration limit) {
        return new Payments(context).find(reference, limit);
    }

    /**
     * Sends one operation from a JSON object of wire names. The references, the short code of the client and, for a
     * reversal, the initiator are filled in where they are absent and the client has the means.
     *
     * @param operationId for example {@code c2bPayment}
     * @return the answer, by wire names
     * @throws MpesaException like the typed calls; a field that the operation does not have is refused
     */
    public JsonObject call(String operationId, JsonObject input) {
        return new JsonCalls(MozambiqueApi.OPERATIONS, invoker, new MozambiqueCompletion(context.settings()))
                .call(operationId, input);
    }

    /**
     * Lets running calls end and frees the threads of this client. An {@code OkHttpClient} of the caller's stays open.
     */
    @Override
    public void close() {
        invoker.close();
    }

    /** The address of the gateway; nothing of the account. */
    @Override
    public String toString() {
        return "Mozambique[" + context.settings().base() + "]";
    }
}
