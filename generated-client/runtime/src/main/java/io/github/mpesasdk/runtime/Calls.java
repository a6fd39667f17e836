package io.github.mpesasdk.runtime;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Payment;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** How the generated calls are sent: each completes what its caller said, checks it, and sends it. Thread-safe. */
public interface Calls {

    /**
     * Sends a payment, at most once.
     *
     * @param call how callers write it, for error messages: {@code stk().push}
     */
    <Q extends WireRecord, A extends WireRecord> Payment<A> pay(
            String call, Operation<Q, A> operation, Draft.Content content);

    /** The same without holding a thread; the future ends with the same errors. */
    <Q extends WireRecord, A extends WireRecord> CompletableFuture<Payment<A>> payAsync(
            String call, Operation<Q, A> operation, Draft.Content content);

    /** Sends something that moves no money and is answered at once. */
    <Q extends WireRecord, A extends WireRecord> A send(String call, Operation<Q, A> operation, Draft.Content content);

    /** The same without holding a thread; the future ends with the same errors. */
    <Q extends WireRecord, A extends WireRecord> CompletableFuture<A> sendAsync(
            String call, Operation<Q, A> operation, Draft.Content content);

    /**
     * A phone number as the market's requests carry it: digits, with the country code.
     *
     * @param written as people of the market write it
     * @throws InvalidInputException if it is no number of the market
     */
    String msisdn(String written);

    /**
     * An address that is registered for good, with a token that proves what arrives there; as it is, where the client
     * has no callback key that outlives it.
     *
     * @param kind what its messages are
     * @throws InvalidInputException if the gateway would not take the address
     */
    URI lastingAddress(String kind, URI address);
}
