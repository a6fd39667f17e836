package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Outcome;
import java.util.concurrent.CompletableFuture;

/**
 * How to look for a payment among others by what was sent, where the id to ask with was lost. It proves less than an
 * answer about an id: two payments with the same traits cannot be told apart, so where two of them were sent, neither
 * is looked for. {@code toString} must hide what is personal.
 *
 * @param <E> the callback types of the market
 */
public interface Search<E> {

    /** Looks once; it may take several questions. What it finds settles the payment, if it is settled. */
    CompletableFuture<Outcome> run(Asker<E> asker);

    /** Asks a question of a search. */
    interface Asker<E> {

        <T> CompletableFuture<T> ask(Inquiry<E, T> inquiry);
    }
}
