package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.runtime.Asking;
import io.github.mpesasdk.runtime.Operation;
import java.util.concurrent.CompletableFuture;

/** Asks the questions of one group of generated calls. Thread-safe if the inquirer is, for it keeps nothing. */
record GroupAsking<E, T>(Questions<E> questions, Inquirer<E, T> inquirer) implements Asking<T> {

    @Override
    public Query<T> ask(String call, Operation<?, ?> operation, Draft.Content content) {
        return questions.ask(inquirer.inquiry(call, operation, content));
    }

    @Override
    public CompletableFuture<T> askAsync(String call, Operation<?, ?> operation, Draft.Content content) {
        try {
            return questions.askAsync(inquirer.inquiry(call, operation, content));
        } catch (RuntimeException nothingSent) {
            return CompletableFuture.failedFuture(nothingSent);
        }
    }
}
