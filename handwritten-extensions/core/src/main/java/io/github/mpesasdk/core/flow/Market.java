package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.input.Source;
import io.github.mpesasdk.runtime.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What differs between markets, for the one flow. Implementations are immutable and thread-safe.
 *
 * @param <E> the callback types of the market
 */
public interface Market<E> {

    /** How a callback proves where it comes from. */
    enum Proof {
        /** By a token in the address that each request names. */
        ADDRESS,
        /** By the once-only id that the request carries, for gateways with one address for everything. */
        ID
    }

    /** Reads what the gateway sends. */
    BodyReader<E> reader();

    /** The name of the API in messages and references: {@code kenya}. */
    default String name() {
        return reader().market();
    }

    /**
     * What the proofs of its callbacks are good for: the API, its environment and its country, so that no callback of
     * the sandbox proves a payment in production.
     */
    String scope();

    /** Every operation of the API. */
    default List<Operation<?, ?>> operations() {
        return reader().operations();
    }

    /** The operation with an id; empty where it is none of this API, or nobody knows which one is meant. */
    default Optional<Operation<?, ?>> operation(String id) {
        return operations().stream().filter(known -> known.id().equals(id)).findFirst();
    }

    /** Whether the environment of this client has an operation. */
    default boolean has(Operation<?, ?> operation) {
        return true;
    }

    Proof proof();

    /** What the client knows or computes, by the name that the spec's {@code x-client} gives it; null if it is none. */
    @Nullable
    Source source(String name);

    /** How callers write the client's builder, for messages: {@code Daraja.builder()}. */
    String builder();

    /**
     * A phone number as requests carry it: digits, with the country code.
     *
     * @param written as people of the market write it
     * @throws InvalidInputException if it is no number of the market
     */
    String msisdn(String written);

    /**
     * Why a message cannot be one about an operation, whatever it says; empty if it can.
     *
     * @param operation the operation, or the kind of message, for which its address was made
     */
    default Optional<String> misfit(String operation, Message<E> message) {
        boolean fits = message.shape().posted().equals(BodyReader.ANY)
                || operation(operation)
                        .flatMap(Operation::callback)
                        .filter(message.shape().posted()::equals)
                        .isPresent()
                || message.shape().kinds().stream().anyMatch(kind -> kind.name().equals(operation));
        return fits ? Optional.empty() : Optional.of("it is no callback of " + operation);
    }

    /** The field of a reference that holds a receipt. */
    String receiptField();

    /** The field of a reference for the id that messages have under a name. */
    default String keyField(String name) {
        return name;
    }

    /**
     * What to answer a message with, together with HTTP status 200.
     *
     * @param operation the operation that caused it, as far as it is known; empty where it is not
     */
    String acknowledgement(Message<E> message, String operation);

    /** The field of a reference for what a question asks with under a field of its request. */
    default String referenceField(String asked) {
        return asked;
    }

    /** How to ask what became of a payment. */
    StatusQuestion<E> question(Reference reference);

    /**
     * Whose payments these are, for a journal that several merchants share: the short code, as a rule; empty where the
     * client has none.
     */
    Optional<String> merchant();

    /** Money that comes in without a request; empty for a market that does not tell of any. */
    default Optional<IncomingMoney<E>> incomingMoney() {
        return Optional.empty();
    }
}
