package io.github.mpesasdk.core.flow;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Draft;
import io.github.mpesasdk.runtime.Operation;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call that moves no money, and how to read what comes back: the answer itself, or a callback.
 *
 * @param call how callers write it, for error messages
 * @param content what the caller said; the client adds the rest
 * @param now reads the fields of the answer; empty for an answer that only acknowledges. May throw an error of the
 *     family
 * @param later reads the callback. May throw an error of the family
 */
public record Inquiry<E, T>(
        String call,
        Operation<?, ?> operation,
        Draft.Content content,
        Function<JsonObject, Optional<T>> now,
        Function<Message<E>, T> later) {

    /**
     * The same about a payment of the journal: the address of its answer says so, so any process can take the answer.
     *
     * @param key that of the payment; null where the journal has none of it
     */
    Inquiry<E, T> about(@Nullable String key) {
        return new Inquiry<>(call, operation, copy(Optional.ofNullable(key)), now, later);
    }

    /** The content of one request; it adds what it sends besides, and a question may be asked more than once. */
    Draft.Content contentOfOne() {
        return copy(content.order());
    }

    private Draft.Content copy(Optional<String> order) {
        return new Draft.Content(
                content.fields().deepCopy(),
                content.words(),
                content.wrong(),
                order,
                content.callbackAddress(),
                content.timeLimit(),
                content.liftsDocumentedLimits());
    }
}
