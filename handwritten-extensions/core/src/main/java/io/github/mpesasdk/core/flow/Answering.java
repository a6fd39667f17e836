package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.core.transport.Failures;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A question in the caller's hands. */
record Answering<T>(Function<Throwable, NoAnswerException> late, CompletableFuture<T> future) implements Query<T> {

    @Override
    public CompletableFuture<T> answer() {
        return future.copy();
    }

    @Override
    public T await(@Nullable Duration limit) {
        long most = TimeUnit.NANOSECONDS.convert(Waits.limit(limit));
        try {
            return future.get(most, TimeUnit.NANOSECONDS);
        } catch (TimeoutException none) {
            throw late.apply(none);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw late.apply(interrupted);
        } catch (ExecutionException failed) {
            if (Failures.cause(failed) instanceof MpesaException error) {
                throw error;
            }
            throw Failures.fromElsewhere(failed);
        }
    }
}
