package io.github.mpesasdk.core.flow;

import com.google.gson.JsonObject;
import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.input.Source;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.runtime.Field;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    /** Whether the environment of this client has an operation. */
    default boolean has(Operation<?, ?> operation) {
        return true;
    }

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

    /** Reads what the gateway sends. */
    BodyReader<E> reader();

    /**
     * Why a message cannot be one about an operation, whatever it says; empty if it can.
     *
     * @param operation the operation, or the kind of message, for which its address was made
     */
    default Optional<String> misfit(String operation, Message<E> message) {
        boolean fits = message.shape().posted().equals(BodyReader.ANY)
                || operations().stream()
                        .filter(known -> known.id().equals(operation))
                        .anyMatch(known -> known.callback()
                                .filter(message.shape().posted()::equals)
                                .isPresent())
                || message.shape().kinds().stream().anyMatch(kind -> kind.name().equals(operation));
        return fits ? Optional.empty() : Optional.of("it is no callback of " + operation);
    }

    /** The field of a reference that holds a receipt. */
    String receiptField();

    /** What a message names its payment by, for asking; empty if it names nothing that can be asked for. */
    default Optional<Reference> nameIn(String operation, Message<E> message) {
        Outcomes outcomes = reader().outcomes();
        String caused = operation.isEmpty() ? message.operation() : operation;
        boolean isAboutStatus = outcomes.isAboutStatus(operation, message);
        if (!isAboutStatus && !outcomes.isAboutPayment(caused)) {
            return Optional.empty();
        }
        return message.told().all(Role.KEY).stream()
                .filter(key -> !isAboutStatus)
                .findFirst()
                .map(key -> new Reference(name(), caused, keyField(caused, key.name()), key.text()))
                .or(() -> Optional.ofNullable(message.told().receipt())
                        .map(receipt -> new Reference(name(), "", receiptField(), receipt)));
    }

    /**
     * The field of a reference that holds the id which a message has under this name: that of the request, where the
     * request has it.
     */
    default String keyField(String operation, String name) {
        return operations().stream()
                .filter(known -> known.id().equals(operation))
                .flatMap(known -> known.reference().stream().filter(field -> isKey(known, field)))
                .findFirst()
                .orElse(name);
    }

    private static boolean isKey(Operation<?, ?> operation, String name) {
        for (Field field : operation.requestAdapter().fields()) {
            if (field.role() == Role.KEY && field.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What to answer a message with, together with HTTP status 200.
     *
     * @param operation the operation that caused it, as far as it is known; empty where it is not
     */
    String acknowledgement(Message<E> message, String operation);

    /**
     * The best name of a payment that was accepted: that of the sender, or else the key that the answer has.
     *
     * @param answer the fields of the answer
     * @param untilNow the name that it had while it was sent
     */
    default Reference referenceOf(Operation<?, ?> operation, JsonObject answer, Reference untilNow) {
        if (isKey(operation, untilNow.field())) {
            return untilNow;
        }
        for (Field field : operation.answerAdapter().fields()) {
            Optional<String> key = field.role() == Role.KEY ? reader().text(answer, field.name()) : Optional.empty();
            if (key.isPresent()) {
                return new Reference(name(), operation.id(), field.name(), key.get());
            }
        }
        return untilNow;
    }

    /** How to ask what became of a payment. */
    StatusQuestion<E> question(Reference reference);

    /**
     * Whose payments these are, for a journal that several merchants share: the short code, as a rule; empty where the
     * client has none.
     */
    Optional<String> merchant();

    /**
     * The short code of the merchant's own that is paid, by which a payment is found in a list; empty where it is
     * another's.
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
     * How to look for a payment whose acknowledgement was lost, where {@link #question} cannot ask; empty where there
     * is no way.
     *
     * @param digest how its traits were digested
     */
    default Optional<Search<E>> search(Entry entry, UnaryOperator<String> digest) {
        return Optional.empty();
    }

    /**
     * The money of which a genuine message tells, if it is money that came unasked.
     *
     * @param operation the operation, or the kind of message, for which its address was made
     */
    default Optional<CustomerPayment> customerPayment(String operation, Message<E> message) {
        return Optional.empty();
    }

    /** How to list what came in, to find what no message told of; empty where there is no way. */
    default Optional<Comparison<E>> comparison() {
        return Optional.empty();
    }

    /** Whether messages can arrive that no request caused, such as payments that customers start. */
    default boolean hearsUnasked() {
        return false;
    }
}
