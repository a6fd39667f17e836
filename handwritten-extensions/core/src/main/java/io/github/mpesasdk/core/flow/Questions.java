package io.github.mpesasdk.core.flow;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Incident;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.core.transport.Connections;
import io.github.mpesasdk.core.transport.Failures;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.core.transport.Timer;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks, and asks again when no usable answer came. Where the gateway refuses an id that it has seen, every repetition
 * has one of its own; that is why such a transport, which can only repeat itself, is told not to.
 */
final class Questions<E> {

    /** Callers have limits of their own; this one only keeps the memory clean. */
    static final Duration LONGEST_PATIENCE = Duration.ofMinutes(30);

    // Not RandomGenerator.getDefault(), which an image made by jlink lacks.
    private static final Random RANDOM = new Random();

    private final Preparation<E> preparation;
    private final HttpInvoker transport;
    private final Connections connections;
    private final OpenCalls<E> calls;
    private final FlowSettings settings;
    private final Map<OpenQuestion<E>, Runnable> waiting = new ConcurrentHashMap<>();

    Questions(
            Preparation<E> preparation,
            HttpInvoker transport,
            Connections connections,
            OpenCalls<E> calls,
            FlowSettings settings) {
        this.preparation = preparation;
        this.transport = transport;
        this.connections = connections;
        this.calls = calls;
        this.settings = settings;
    }

    <T> Query<T> ask(Inquiry<E, T> inquiry) {
        for (int attempt = 1; ; attempt++) {
            try {
                return new Answering<>(
                        cause -> unanswered(inquiry, "did not come by callback in time", cause),
                        once(inquiry, inquiry.operation()));
            } catch (MpesaException error) {
                Optional<Duration> pause = pauseAfter(inquiry, attempt, error);
                if (pause.isEmpty() || !slept(pause.get())) {
                    throw error;
                }
            }
        }
    }

    private static boolean slept(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <Q extends WireRecord, A extends WireRecord, T> CompletableFuture<T> once(
            Inquiry<E, T> inquiry, Operation<Q, A> operation) {
        Prepared<A> prepared = preparation.of(inquiry.call(), operation, inquiry.contentOfOne());
        OpenQuestion<E> question = open(inquiry, prepared);
        A answer = transport.with(prepared.plainly()).send(prepared.request()).answer();
        JsonObject fields = operation.answerAdapter().toTree(answer);
        return answered(inquiry, prepared, question, fields, LONGEST_PATIENCE, nobody -> {});
    }

    /** Asks without holding a thread; callers have limits of their own. */
    <T> CompletableFuture<T> askAsync(Inquiry<E, T> inquiry) {
        return askAsync(inquiry, LONGEST_PATIENCE, nobody -> {});
    }

    /**
     * Asks without holding a thread.
     *
     * @param patience how long the answer may take if it comes by callback
     * @param whenever is told the answer of a callback, also if it comes later than that
     */
    <T> CompletableFuture<T> askAsync(Inquiry<E, T> inquiry, Duration patience, Consumer<? super T> whenever) {
        return askAsync(inquiry, patience, whenever, 1);
    }

    private <T> CompletableFuture<T> askAsync(
            Inquiry<E, T> inquiry, Duration patience, Consumer<? super T> whenever, int attempt) {
        return onceAsync(inquiry, inquiry.operation(), patience, whenever).exceptionallyCompose(failure -> {
            Throwable error = Failures.cause(failure);
            Optional<Duration> pause = pauseAfter(inquiry, attempt, error);
            return pause.isEmpty()
                    ? CompletableFuture.failedFuture(error)
                    : Timer.after(pause.get(), connections.executor())
                            .thenCompose(nothing -> askAsync(inquiry, patience, whenever, attempt + 1));
        });
    }

    private <Q extends WireRecord, A extends WireRecord, T> CompletableFuture<T> onceAsync(
            Inquiry<E, T> inquiry, Operation<Q, A> operation, Duration patience, Consumer<? super T> whenever) {
        try {
            Prepared<A> prepared = preparation.of(inquiry.call(), operation, inquiry.contentOfOne());
            OpenQuestion<E> question = open(inquiry, prepared);
            return transport
                    .with(prepared.plainly())
                    .sendAsync(prepared.request())
                    .thenApply(accepted -> operation.answerAdapter().toTree(accepted.answer()))
                    .thenCompose(fields -> answered(inquiry, prepared, question, fields, patience, whenever));
        } catch (RuntimeException nothingSent) {
            return CompletableFuture.failedFuture(nothingSent);
        }
    }

    private OpenQuestion<E> open(Inquiry<E, ?> inquiry, Prepared<?> prepared) {
        OpenQuestion<E> question = new OpenQuestion<>(Expected.of(inquiry.operation(), prepared.fields()));
        calls.add(prepared.key(), question);
        return question;
    }

    private <T> CompletableFuture<T> answered(
            Inquiry<E, T> inquiry,
            Prepared<?> prepared,
            OpenQuestion<E> question,
            JsonObject fields,
            Duration patience,
            Consumer<? super T> whenever) {
        Optional<T> now = now(inquiry, prepared, question, fields);
        if (now.isPresent()) {
            calls.forget(prepared.key(), question);
            return CompletableFuture.completedFuture(now.get());
        }
        question.answered(inquiry.operation(), fields);
        // The answer comes by callback. A callback can be lost or late; a late one still tells its outcome.
        CompletableFuture<T> told = question.callback().thenApply(inquiry.later());
        var unused = told.thenAccept(whenever);
        CompletableFuture<T> inTime = told.copy();
        Future<?> expiry = Timer.run(
                patience,
                connections.executor(),
                () -> inTime.completeExceptionally(
                        unanswered(inquiry, "did not come by callback in time", new NoCallbackException())));
        waiting.put(
                question,
                () -> inTime.completeExceptionally(
                        unanswered(inquiry, "was waited for when the client was closed", null)));
        return inTime.whenComplete((answered, failure) -> {
            waiting.remove(question);
            expiry.cancel(false);
        });
    }

    // What cannot be read is over, too: no callback of this one is waited for.
    private <T> Optional<T> now(
            Inquiry<E, T> inquiry, Prepared<?> prepared, OpenQuestion<E> question, JsonObject fields) {
        try {
            return inquiry.now().apply(fields);
        } catch (RuntimeException unusable) {
            calls.forget(prepared.key(), question);
            throw unusable;
        }
    }

    /** Ends whatever is still waited for. */
    void close() {
        waiting.values().forEach(Runnable::run);
    }

    private NoAnswerException unanswered(Inquiry<E, ?> inquiry, String what, @Nullable Throwable cause) {
        return new NoAnswerException(
                Incident.of(preparation.marketName(), inquiry.operation().id())
                        .withTrouble("The question was accepted, and its answer " + what + "."),
                cause);
    }

    // What changes something at the gateway is sent once, like a payment.
    private Optional<Duration> pauseAfter(Inquiry<E, ?> inquiry, int attempt, Throwable error) {
        return inquiry.operation().effect().isRepeatable() && isTransient(error)
                ? settings.questionRetries().pauseAfter(attempt, null, RANDOM)
                : Optional.empty();
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
}
