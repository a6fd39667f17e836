package io.github.mpesasdk.vodacom;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Asks, and asks again when no usable answer came. The gateway refuses an id that it has seen, so every repetition has
 * one of its own; that is why the transport, which can only repeat itself, is told not to.
 */
final class Questions {

    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    private final VodacomContext context;

    Questions(VodacomContext context) {
        this.context = context;
    }

    /** The fields of the answer or, where it only acknowledges, of the callback. */
    <Q extends WireRecord, A> CompletableFuture<WireFields> ask(
            Operation<Q, A> operation, Function<String, Q> request) {
        return repeating(1, () -> {
            String id = Ids.fresh();
            CompletableFuture<Heard> callback = context.desk().expect(id);
            return context.invoker()
                    .invokeAsync(operation, request.apply(id))
                    .thenCompose(answer -> outcome(operation, answer, callback));
        });
    }

    private interface Attempt<T> {
        CompletableFuture<T> start();
    }

    private <T> CompletableFuture<T> repeating(int attempt, Attempt<T> question) {
        return question.start().exceptionallyCompose(error -> {
            Throwable cause = cause(error);
            Optional<Duration> pause = isTransient(cause)
                    ? context.settings().retries().pauseAfter(attempt, null, RANDOM)
                    : Optional.empty();
            return pause.isEmpty()
                    ? CompletableFuture.failedFuture(cause)
                    : after(pause.get()).thenCompose(nothing -> repeating(attempt + 1, question));
        });
    }

    private static CompletableFuture<Void> after(Duration pause) {
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS));
    }

    private static boolean isTransient(Throwable error) {
        if (error instanceof NotConnectedException || error instanceof NoAnswerException) {
            Optional<Code> code = ((MpesaException) error).code();
            return code.isEmpty()
                    || code.get().kind() == CodeKind.GATEWAY
                    || code.get().kind() == CodeKind.THROTTLED;
        }
        return false;
    }

    static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    static <A> CompletableFuture<WireFields> outcome(
            Operation<?, A> operation, A answer, CompletableFuture<Heard> callback) {
        WireFields fields = fields(operation, answer);
        return isOutcome(operation, fields)
                ? CompletableFuture.completedFuture(fields)
                : callback.thenApply(Heard::fields);
    }

    static <A> WireFields fields(Operation<?, A> operation, A answer) {
        JsonObject json = operation.answerAdapter().toJsonTree(answer).getAsJsonObject();
        return WireFields.ofAnswer(json);
    }

    /** Whether an answer is the outcome itself, and not only an acknowledgement. */
    static boolean isOutcome(Operation<?, ?> operation, WireFields fields) {
        return operation
                .outcomeField()
                .flatMap(field -> WireFields.text(fields.body().get(field)))
                .isPresent();
    }
}
