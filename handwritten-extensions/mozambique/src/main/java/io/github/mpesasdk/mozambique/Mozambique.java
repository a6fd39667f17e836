package io.github.mpesasdk.mozambique;

import com.google.gson.JsonObject;
import io.github.mpesasdk.CallSettings;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Decision;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NeedsPerson;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.NotJournaledException;
import io.github.mpesasdk.NumberingPlan;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.mozambiqueapi.api.B2bCalls;
import io.github.mpesasdk.mozambiqueapi.api.B2cCalls;
import io.github.mpesasdk.mozambiqueapi.api.C2bCalls;
import io.github.mpesasdk.mozambiqueapi.api.TransactionsApi;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
 *             .charge(charge -> charge.amount(15).from("84 333 0333").reference("INV001"))
 *             .await(Duration.ofMinutes(2));
 * }
 * }</pre>
 */
public final class Mozambique implements AutoCloseable {

    /** 258 and nine digits that start with 8. Which of them are Vodacom's is left to the gateway. */
    public static final NumberingPlan NUMBERING =
            new NumberingPlan("Mozambique", "258", Pattern.compile("8\\d{8}"), "84 123 4567");

    private final MozambiqueCalls calls;

    Mozambique(MozambiqueCalls calls) {
        this.calls = calls;
    }

    /** Starts a client. */
    public static MozambiqueBuilder builder() {
        return new MozambiqueBuilder();
    }

    /** Payments from customers. */
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

    /** Who a customer is, before money is sent. */
    public Customers customers() {
        return new Customers(calls);
    }

    /** Receives what Vodacom posts, where the account is asynchronous. */
    public Callbacks callbacks() {
        return new Callbacks(calls.flow());
    }

    /** The plain generated client: one method an operation, records in and out. */
    public MozambiqueApi api() {
        return new MozambiqueApi(calls.transport());
    }

    /**
     * Asks what became of a payment, by the reference that it, or the error about it, came with. Waits for its callback
     * and asks the gateway, and answers what is known after {@code limit} at the latest. Never sends anything again.
     *
     * @throws InvalidInputException if the reference is none of this API's
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
     * Proves API key and short code by asking for a transaction that does not exist. Moves no money.
     *
     * @throws RefusedException if the gateway refuses them
     * @throws NotConnectedException if it cannot be reached
     * @throws NoAnswerException if it gives no usable answer
     */
    public void verify() {
        JsonObject question = new JsonObject();
        // One that nobody has.
        question.addProperty(
                "input_QueryReference", UUID.randomUUID().toString().substring(0, 8));
        try {
            call(TransactionsApi.QUERY_TRANSACTION_STATUS.id(), question);
        } catch (RefusedException | NoAnswerException answered) {
            // That there is no such transaction, only a caller whom it knows is told.
            boolean isKnown = answered.code()
                    .filter(code -> code.kind() == CodeKind.CALLER)
                    .isPresent();
            if (!isKnown) {
                throw answered;
            }
        }
    }

    /**
     * Sends one operation from a JSON object of wire names. The ids, the short code of the client and, for a reversal,
     * the initiator are filled in where they are absent and the client has the means.
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
        return calls.flow().call(operationId, input, particular);
    }

    /** Ends every wait with what is known, lets running calls end, and takes no new ones. */
    @Override
    public void close() {
        calls.flow().close();
    }

    /** The address of the gateway; nothing of the account. */
    @Override
    public String toString() {
        return "Mozambique[" + calls.settings().base() + "]";
    }
}
