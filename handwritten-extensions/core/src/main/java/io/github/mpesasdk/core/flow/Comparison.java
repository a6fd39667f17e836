package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.CustomerPayment;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Lists the money that a merchant received, so that what no message told of is found.
 *
 * @param <E> the callback types of the market
 */
public interface Comparison<E> {

    /** Everything between two moments; the future fails if not all of it can be read. */
    CompletableFuture<List<CustomerPayment>> between(Instant from, Instant until, Search.Asker<E> asker);
}
