package io.github.mpesasdk.sandbox.market;

import io.github.mpesasdk.sandbox.phone.OpenPrompt;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The rest of a request that has begun.
 *
 * @param patience how long it takes at most, where a customer is asked
 * @param sooner ends when the customer has decided before that
 * @param tellable whether its outcome can be told in a callback
 * @param ending ends it: as things are, or as somebody has demanded
 */
public record Task(
        Duration patience, CompletableFuture<?> sooner, boolean tellable, Function<Optional<Code>, Result> ending) {

    /** One that takes no time. */
    public static Task now(Function<Optional<Code>, Result> ending) {
        return new Task(Duration.ZERO, new CompletableFuture<>(), true, ending);
    }

    /** One whose outcome is always in the answer. */
    public static Task answer(Result result) {
        return new Task(Duration.ZERO, new CompletableFuture<>(), false, demanded -> result);
    }

    /** One that waits for a customer. */
    static Task prompt(OpenPrompt prompt, Duration lapse, Function<Optional<Code>, Result> ending) {
        return new Task(prompt.patience(lapse), prompt.answered(), true, ending);
    }

    /** Lets the caller wait while the customer makes up his mind. */
    void pause() {
        try {
            sooner.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // The customer has had the time.
        } catch (ExecutionException e) {
            throw new IllegalStateException("a prompt ends in no other way", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same, which ends otherwise. */
    public Task ending(Function<Optional<Code>, Result> otherEnding) {
        return new Task(patience, sooner, tellable, otherEnding);
    }
}
