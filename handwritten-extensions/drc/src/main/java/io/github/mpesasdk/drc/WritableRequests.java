package io.github.mpesasdk.drc;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.runtime.Invoker;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Refuses what XML cannot write before anything is sent; the envelope itself is written after the login. */
record WritableRequests(Invoker transport) implements Invoker {

    @Override
    public <Q extends WireRecord, A> A invoke(Operation<Q, A> operation, Q request) {
        check(operation, request);
        return transport.invoke(operation, request);
    }

    @Override
    public <Q extends WireRecord, A> CompletableFuture<A> invokeAsync(Operation<Q, A> operation, Q request) {
        try {
            check(operation, request);
            return transport.invokeAsync(operation, request);
        } catch (InvalidInputException nothingSent) {
            return CompletableFuture.failedFuture(nothingSent);
        }
    }

    private static <Q extends WireRecord> void check(Operation<Q, ?> operation, Q request) {
        Items.of(operation.requestAdapter().toJsonTree(request).getAsJsonObject(), Set.of());
    }
}
