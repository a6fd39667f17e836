package io.github.mpesasdk.core.flow;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Draft;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.message.Told;
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

    /** A question whose answer and callback tell the same. */
    public static <E, T> Inquiry<E, T> of(
            BodyReader<E> reader,
            String call,
            Operation<?, ?> operation,
            Draft.Content content,
            Function<Told, T> read) {
        return new Inquiry<>(
                call,
                operation,
                content,
                answer -> reader.outcomes().told(operation, answer).map(read),
                message -> read.apply(reader.outcomes().answered(operation.id(), message)));
    }

    /** The question what became of a payment. */
    public static <E> Inquiry<E, Outcome> ofOutcome(
            BodyReader<E> reader, String call, Operation<?, ?> operation, Draft.Content content, Reference reference) {
        return new Inquiry<>(
                call,
                operation,
                content,
                answer -> reader.outcomes().ofAnswer(operation, answer, reference),
                message -> reader.outcomes().of(operation.id(), message, reference));
    }

    /**
     * The same about a payment of the journal: the address of its answer says so, so any process can take the answer.
     * What went out with the payment can be asked for, whatever documents say of its form.
     *
     * @param key that of the payment; null where the journal has none of it
     */
    Inquiry<E, T> about(@Nullable String key) {
        return new Inquiry<>(call, operation, copy(Optional.ofNullable(key), Draft.Limits.LIFTED), now, later);
    }

    /** The content of one request; it adds what it sends besides, and a question may be asked more than once. */
    Draft.Content contentOfOne() {
        return copy(content.order(), content.limits());
    }

    private Draft.Content copy(Optional<String> order, Draft.Limits limits) {
        return new Draft.Content(
                content.fields().deepCopy(),
                content.words(),
                content.wrong(),
                order,
                content.callbackAddress(),
                content.timeLimit(),
                limits);
    }
}
