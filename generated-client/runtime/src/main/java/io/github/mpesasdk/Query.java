package io.github.mpesasdk;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A question to the gateway whose answer comes at once or by callback. It moves no money, so it may be asked again.
 * Thread-safe.
 *
 * @param <T> the answer
 */
public interface Query<T> {

    /** The answer, when it arrives; ends with an {@link MpesaException} if the gateway refused or the client closed. */
    CompletableFuture<T> answer();

    /**
     * Waits for the answer.
     *
     * @param limit how long at most; what is negative is over at once
     * @throws NoAnswerException if none came in time
     * @throws MpesaException if the gateway answered with an error
     */
    T await(Duration limit);
}
