package io.github.mpesasdk.core.outcome;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Settles one payment from two sides: the callback that may arrive, and the question that may be asked. Whichever
 * speaks first with certainty wins; if neither does in time, the last thing known is answered, and nothing is guessed.
 */
public final class Settlement {

    // Also after a first pause of zero: a gateway must not be asked as fast as it answers.
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final CompletableFuture<Outcome> settledByCallback;
    private final Supplier<CompletableFuture<Outcome>> question;
    private final Duration firstPause;

    /**
     * Prepares to settle one payment.
     *
     * @param callback completes when a callback of this payment arrives
     * @param question asks the gateway; an answer that settles nothing, or an error, is asked again
     * @param firstPause how long to wait for the callback before asking; later pauses grow
     */
    public Settlement(
            CompletableFuture<Outcome> callback, Supplier<CompletableFuture<Outcome>> question, Duration firstPause) {
        // A callback that settles nothing, such as a queue time-out, is no reason to stop asking.
        this.settledByCallback = callback.thenCompose(outcome ->
                outcome.isSettled() ? CompletableFuture.completedFuture(outcome) : new CompletableFuture<>());
        this.question = question;
        this.firstPause = firstPause;
    }

    /**
     * Completes when the payment is settled, and no later than after {@code limit}.
     *
     * @param lastKnown what is known now; answered if nothing better is heard in time
     */
    public CompletableFuture<Outcome> settle(Duration limit, Outcome lastKnown) {
        return listen(System.nanoTime() + nanos(limit), firstPause, lastKnown);
    }

    /**
     * The same, holding the calling thread.
     *
     * @return the last thing known if the thread is interrupted; its interrupt flag stays set
     * @throws InvalidInputException if the question cannot be asked as it stands
     */
    public Outcome await(Duration limit, Outcome lastKnown) {
        try {
            return settle(limit, lastKnown).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return lastKnown;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof InvalidInputException invalid) {
                throw invalid;
            }
            throw new IllegalStateException("asking for the outcome failed", failed.getCause());
        }
    }

    private CompletableFuture<Outcome> listen(long deadline, Duration pause, Outcome lastKnown) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            // An answer that was the outcome itself is known without any waiting.
            return CompletableFuture.completedFuture(settledByCallback.getNow(lastKnown));
        }
        return settledByCallback
                .copy()
                .completeOnTimeout(lastKnown, Math.min(left, nanos(pause)), TimeUnit.NANOSECONDS)
                // Async here and below: all time-outs of the JVM share one thread, and asking may take its time.
                .thenComposeAsync(outcome -> outcome.isSettled()
                        ? CompletableFuture.completedFuture(outcome)
                        : ask(deadline, pause, outcome));
    }

    private CompletableFuture<Outcome> ask(long deadline, Duration pause, Outcome lastKnown) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            return CompletableFuture.completedFuture(lastKnown);
        }
        return askOnce()
                .exceptionally(error -> keepIfHarmless(error, lastKnown))
                .completeOnTimeout(lastKnown, left, TimeUnit.NANOSECONDS)
                .applyToEither(settledByCallback, outcome -> outcome)
                .thenComposeAsync(outcome -> outcome.isSettled()
                        ? CompletableFuture.completedFuture(outcome)
                        : listen(deadline, longer(pause), outcome));
    }

    private CompletableFuture<Outcome> askOnce() {
        try {
            return question.get();
        } catch (RuntimeException failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }

    private static Duration longer(Duration pause) {
        Duration longer = pause.multipliedBy(3).dividedBy(2);
        if (longer.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private static long nanos(Duration duration) {
        return TimeUnit.NANOSECONDS.convert(duration);
    }

    // A question that failed says nothing about the payment, so the settlement goes on. A defect of ours must surface,
    // and so must a question that can never be asked.
    private static Outcome keepIfHarmless(Throwable error, Outcome lastKnown) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof MpesaException && !(cause instanceof InvalidInputException)) {
            return lastKnown;
        }
        throw new CompletionException(cause);
    }
}
