package io.github.mpesasdk.core.outcome;

import io.github.mpesasdk.Incident;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NoAnswerException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A question that the gateway answers by a callback. It moves no money, so it may be asked again. Thread-safe.
 *
 * @param <T> the answer
 */
public final class Enquiry<T> {

    private final String market;
    private final String operation;
    private final CompletableFuture<T> answer;

    public Enquiry(String market, String operation, CompletableFuture<T> answer) {
        this.market = market;
        this.operation = operation;
        this.answer = answer;
    }

    /** The answer, when its callback arrives. */
    public CompletableFuture<T> answer() {
        return answer.copy();
    }

    /**
     * Waits for the answer.
     *
     * @throws NoAnswerException if none came in time
     * @throws MpesaException if the gateway answered with an error
     */
    public T await(Duration limit) {
        try {
            return answer.get(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new NoAnswerException(Incident.of(market, operation), late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException(Incident.of(market, operation), interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof MpesaException error) {
                throw error;
            }
            throw new IllegalStateException("a defect of the SDK", failed.getCause());
        }
    }
}
