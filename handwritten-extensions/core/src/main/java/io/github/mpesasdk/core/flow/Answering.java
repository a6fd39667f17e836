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

/** A question in the caller's hands. */
record Answering<T>(Function<Throwable, NoAnswerException> late, CompletableFuture<T> future) implements Query<T> {

    @Override
    public CompletableFuture<T> answer() {
        return future.copy();
    }

    @Override
    public T await(Duration limit) {
        try {
            return future.get(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
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
