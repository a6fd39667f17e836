package io.github.mpesasdk.runtime;

import io.github.mpesasdk.MpesaException;
import java.util.concurrent.CompletableFuture;

/** Carries an operation to the gateway and back. Generated operation groups know nothing else about transport. */
public interface Invoker {

    /**
     * Checks the request, sends it, judges and decodes the answer.
     *
     * @throws MpesaException one of its sealed family; see there for what each says about the money
     */
    <Q extends WireRecord, A extends WireRecord> A invoke(Operation<Q, A> operation, Q request);

    /** The same without holding a thread; the future completes with the same errors. */
    <Q extends WireRecord, A extends WireRecord> CompletableFuture<A> invokeAsync(Operation<Q, A> operation, Q request);
}
