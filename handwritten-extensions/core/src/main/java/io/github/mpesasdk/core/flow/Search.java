package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.runtime.WireRecord;
import java.util.concurrent.CompletableFuture;

/**
 * How to look for a payment among others by what was sent, where the id to ask with was lost. It proves less than an
 * answer about an id: two payments that look the same cannot be told apart, so a client that has sent two of them looks
 * for neither. {@code toString} must hide what is personal.
 *
 * @param <E> the callback types of the market
 */
public interface Search<E> {

    /** What the payment has in common with every other one that this search would take for it. */
    String looks();

    /** Looks once; it may take several questions. What it finds settles the payment, if it is settled. */
    CompletableFuture<Outcome> run(Asker<E> asker);

    /** Asks a question of a search. */
    interface Asker<E> {

        <Q extends WireRecord, A, T> CompletableFuture<T> ask(Inquiry<E, Q, A, T> inquiry);
    }
}
