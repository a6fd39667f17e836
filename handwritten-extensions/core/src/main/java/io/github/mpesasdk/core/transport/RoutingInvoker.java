package io.github.mpesasdk.core.transport;

import io.github.mpesasdk.runtime.Invoker;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Sends each operation through the invoker that is meant for it, for an API that does not authorize all of them alike.
 *
 * @param route the invoker of an operation
 */
public record RoutingInvoker(Function<Operation<?, ?>, HttpInvoker> route) implements Invoker {

    @Override
    public <Q extends WireRecord, A extends WireRecord> A invoke(Operation<Q, A> operation, Q request) {
        return route.apply(operation).invoke(operation, request);
    }

    @Override
    public <Q extends WireRecord, A extends WireRecord> CompletableFuture<A> invokeAsync(
            Operation<Q, A> operation, Q request) {
        return route.apply(operation).invokeAsync(operation, request);
    }
}
