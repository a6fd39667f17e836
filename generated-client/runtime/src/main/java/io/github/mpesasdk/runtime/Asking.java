package io.github.mpesasdk.runtime;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.Query;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * How the generated calls of a group ask their questions: each completes what its caller said, checks it, sends it, and
 * reads what comes back. The market gives it, for it knows what to make of an answer. Thread-safe.
 *
 * @param <T> what an answer tells
 */
public interface Asking<T> {

    /**
     * Asks on the caller's thread; the answer is there at once, or comes by callback.
     *
     * @param call how callers write it, for error messages: {@code customers().name}
     */
    Query<T> ask(String call, Operation<?, ?> operation, Draft.Content content);

    /** The same without holding a thread; the future ends with the same errors. */
    CompletableFuture<T> askAsync(String call, Operation<?, ?> operation, Draft.Content content);

    /** The same of an operation that has no callback, so that the answer is there at once. */
    default T tell(String call, Operation<?, ?> operation, Draft.Content content) {
        return ask(call, operation, content).await(Duration.ZERO);
    }
}
