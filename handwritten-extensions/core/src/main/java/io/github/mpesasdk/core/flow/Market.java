package io.github.mpesasdk.core.flow;

import com.google.gson.JsonObject;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.input.Source;
import io.github.mpesasdk.runtime.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** The name of the API in messages and references: {@code kenya}. */
    String name();

    /**
     * What the proofs of its callbacks are good for: the API, its environment and its country, so that no callback of
     * the sandbox proves a payment in production.
     */
    default String scope() {
        return name();
    }

    /** Every operation of the API. */
    List<Operation<?, ?>> operations();

    Proof proof();

    /** What the client knows or computes, by the name that the spec's {@code x-client} gives it. */
    Map<String, Source> sources();

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
     * Reads a message.
     *
     * @param isTimeout whether it arrived under the address for queue time-outs
     * @throws UnreadableBodyException if it is no message of this gateway's
     */
    Message<E> read(String body, boolean isTimeout);

    /** The id of a request that a message repeats, for markets whose proof is an id; empty if it repeats none. */
    default Optional<String> idIn(Message<E> message) {
        return Optional.empty();
    }

    /**
     * Why a message cannot be one about an operation, whatever it says; empty if it can.
     *
     * @param operation the operation for which its address was made
     */
    default Optional<String> misfit(String operation, Message<E> message) {
        return Optional.empty();
    }

    /** What a message names its payment by, for asking; empty if it names nothing that can be asked for. */
    Optional<Reference> nameIn(String operation, Message<E> message);

    /**
     * What a genuine message says about its payment.
     *
     * @param operation the operation that sent the payment; empty where nobody knows
     */
    Outcome outcome(String operation, Message<E> message, Reference reference);

    /**
     * What to answer a message with, together with HTTP status 200.
     *
     * @param operation the operation that caused it, as far as it is known; empty where it is not
     */
    String acknowledgement(Message<E> message, String operation);

    /**
     * The outcome that an answer is already; empty for one that only acknowledges.
     *
     * @param answer the fields of the answer, by wire name
     */
    default Optional<Outcome> outcomeOfAnswer(Operation<?, ?> operation, JsonObject answer, Reference reference) {
        return Optional.empty();
    }

    /**
     * The best name of a payment that was accepted.
     *
     * @param sent the fields of the request
     * @param answer the fields of the answer
     * @param untilNow the name that it had while it was sent
     */
    default Reference referenceOf(Operation<?, ?> operation, JsonObject sent, JsonObject answer, Reference untilNow) {
        return untilNow;
    }

    /** How to ask what became of a payment. */
    StatusQuestion<E> question(Reference reference);

    /** Whether messages can arrive that no request caused, such as payments that customers start. */
    default boolean hearsUnasked() {
        return false;
    }
}
