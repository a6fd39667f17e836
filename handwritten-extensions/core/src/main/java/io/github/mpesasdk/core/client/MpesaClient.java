package io.github.mpesasdk.core.client;

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
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * What every client can do beside the calls of its market. Immutable and thread-safe; closed when the program ends.
 *
 * @param <E> the callback types of the market
 */
@SuppressWarnings("exports") // What is protected here is for the clients of the markets, which see all of core.
public abstract class MpesaClient<E> implements AutoCloseable {

    private final PaymentFlow<E> flow;
    private final BaseUrl base;

    /** For the clients of the markets. */
    protected MpesaClient(PaymentFlow<E> flow, BaseUrl base) {
        this.flow = flow;
        this.base = base;
    }

    /** What the calls of the market travel through. */
    protected final PaymentFlow<E> flow() {
        return flow;
    }

    /** Receives what the gateway posts. */
    public final Callbacks<E> callbacks() {
        return new Callbacks<>(flow);
    }

    /**
     * Asks what became of a payment, by the reference that it, or the error about it, came with: in this process, in
     * another one, or after a restart. Waits for its callback and asks the gateway where it can be asked, and answers
     * what is known after {@code limit} at the latest. Never sends anything again.
     *
     * @throws InvalidInputException if the reference is one of another API
     */
    public final Outcome find(Reference reference, Duration limit) {
        return flow.find(reference, limit);
    }

    /** The same without holding a thread. */
    public final CompletableFuture<Outcome> findAsync(Reference reference, Duration limit) {
        return flow.findAsync(reference, limit);
    }

    /**
     * Closes a payment that needs a person (see {@link NeedsPerson}) by what that person found out. Listeners hear of
     * it as settled.
     *
     * @throws InvalidInputException if the payment does not need a person
     * @throws NotJournaledException if the journal cannot be used; nothing is changed
     */
    public final Settled decide(Reference reference, Decision decision) {
        return flow.decide(reference, decision);
    }

    /**
     * Proves the credentials without moving money.
     *
     * @throws RefusedException if the gateway refuses them
     * @throws NotConnectedException if it cannot be reached
     * @throws NoAnswerException if it gives no usable answer
     */
    public abstract void verify();

    /**
     * Sends one operation from a JSON object of wire names. What the client knows or computes, such as short codes,
     * credentials, callback addresses and fresh ids, is filled in where it is absent.
     *
     * @param operationId as in the spec, for example {@code c2bPayment}
     * @return the answer, by wire names
     * @throws MpesaException like the typed calls; a field that the operation does not have is refused
     */
    public final JsonObject call(String operationId, JsonObject input) {
        return call(operationId, input, CallSettings.DEFAULT);
    }

    /** The same, with what is particular to this call: {@code CallSettings.liftDocumentedLimits()}. */
    public JsonObject call(String operationId, JsonObject input, CallSettings particular) {
        return flow.call(operationId, input, particular);
    }

    /** Ends every wait with what is known, lets running calls end, and takes no new ones. */
    @Override
    public final void close() {
        flow.close();
    }

    /** The address of the gateway; nothing of the merchant. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + base + "]";
    }
}
