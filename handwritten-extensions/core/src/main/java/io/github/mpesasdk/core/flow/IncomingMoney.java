package io.github.mpesasdk.core.flow;

import com.google.gson.JsonObject;
import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.runtime.Operation;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The payments that customers start, and the lists of what came in, for a market that has them. Immutable and
 * thread-safe.
 *
 * @param <E> the callback types of the market
 */
public interface IncomingMoney<E> {

    /**
     * The money of which a genuine message tells, if no request asked for it.
     *
     * @param operation the operation, or the kind of message, for which its address was made
     */
    Optional<CustomerPayment> payment(String operation, Message<E> message);

    /**
     * The short code of the merchant's own that a request lets be paid, by which a payment is found in a list; empty
     * where it is another's.
     *
     * @param sent the fields of the request
     */
    default Optional<String> receiver(Operation<?, ?> operation, JsonObject sent) {
        return Optional.empty();
    }

    /** Whether {@link #search} can find a payment. */
    default boolean searches() {
        return false;
    }

    /**
     * How to look for a payment whose acknowledgement was lost, where the gateway cannot be asked for it; empty where
     * there is no way.
     *
     * @param digest how its traits were digested
     */
    default Optional<Search<E>> search(Entry entry, UnaryOperator<String> digest) {
        return Optional.empty();
    }

    /** How to list what came in, to find what no message told of; empty where there is no way. */
    default Optional<Comparison<E>> comparison() {
        return Optional.empty();
    }
}
