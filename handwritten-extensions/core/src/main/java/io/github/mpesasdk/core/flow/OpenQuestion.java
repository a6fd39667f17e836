package io.github.mpesasdk.core.flow;

import com.google.gson.JsonObject;
import io.github.mpesasdk.runtime.Operation;
import java.util.concurrent.CompletableFuture;

/**
 * A question whose answer comes by callback. Thread-safe.
 *
 * @param <E> the callback types of the market
 */
final class OpenQuestion<E> {

    private final CompletableFuture<Message<E>> callback = new CompletableFuture<>();
    private volatile Expected expected;

    OpenQuestion(Expected expected) {
        this.expected = expected;
    }

    /** Its callback has to repeat something of this answer, too. */
    void answered(Operation<?, ?> operation, JsonObject answer) {
        expected = expected.and(operation, answer);
    }

    /** What its callback has to repeat. */
    Expected expected() {
        return expected;
    }

    /** Hands over the callback; the first one counts. */
    void complete(Message<E> message) {
        callback.complete(message);
    }

    CompletableFuture<Message<E>> callback() {
        return callback;
    }
}
