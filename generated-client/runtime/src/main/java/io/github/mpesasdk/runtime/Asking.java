package io.github.mpesasdk.runtime;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.RefusedException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * How the generated calls of a group ask their questions: each completes what its caller said, checks it, sends it, and
 * reads what comes back. The market gives it, for it knows what to make of an answer. Thread-safe.
 *
 * @param <T> what an answer tells
 */
public interface Asking<T> {

    /**
     * Asks on the caller's thread and returns when the gateway has answered; if that only acknowledged, the answer
     * itself comes by callback, which holds no thread.
     *
     * @param call how callers write it, for error messages: {@code customers().name}
     * @param content what the caller said; it is not changed, and may be asked with again
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused
     * @throws NotConnectedException if the gateway cannot be reached
     * @throws NoAnswerException if no usable answer came, or one that settles nothing
     */
    Query<T> ask(String call, Operation<?, ?> operation, Draft.Content content);

    /**
     * The same without holding a thread. The future ends with the answer, also where it comes by callback, or with an
     * {@link MpesaException}; nothing is thrown. What depends on it runs on a thread of the client, so it must not
     * block.
     */
    CompletableFuture<T> askAsync(String call, Operation<?, ?> operation, Draft.Content content);

    /**
     * The same of an operation that has no callback, so that the answer is there at once: on the caller's thread, with
     * the errors of {@link #ask}.
     */
    default T tell(String call, Operation<?, ?> operation, Draft.Content content) {
        return ask(call, operation, content).await(Duration.ZERO);
    }
}
