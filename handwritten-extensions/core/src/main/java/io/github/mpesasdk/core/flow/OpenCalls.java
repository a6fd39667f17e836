package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.memory.Fingerprint;
import io.github.mpesasdk.core.memory.Generations;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The payments and questions of this process whose callbacks may still come. A payment is known by what its callbacks
 * prove themselves with, and by its reference. Bounded: open payments are kept for at least half a day, settled ones
 * for at least half an hour. Thread-safe.
 */
final class OpenCalls<E> {

    /** Operators deliver within minutes; a day leaves room for their worst one. */
    private static final Duration OPEN = Duration.ofHours(24);

    private static final Duration SETTLED = Duration.ofHours(1);
    private static final int MOST_OPEN = 500_000;
    private static final int MOST_SETTLED = 50_000;

    private final Generations<Handle, OpenPayment> open;
    private final Generations<Handle, OpenPayment> settled;
    private final Generations<String, OpenQuestion<E>> questions;
    private final Generations<String, Boolean> messages;
    private final Generations<String, Boolean> turnedAway;

    OpenCalls(Clock clock) {
        this.open = new Generations<>(clock, OPEN, MOST_OPEN);
        this.settled = new Generations<>(clock, SETTLED, MOST_SETTLED);
        this.questions = new Generations<>(clock, SETTLED, MOST_SETTLED);
        this.messages = new Generations<>(clock, OPEN, MOST_OPEN);
        this.turnedAway = new Generations<>(clock, OPEN, MOST_SETTLED);
    }

    /** Whether a message that proved itself with a key came before. */
    boolean isRepetition(String key, String message) {
        return messages.putIfAbsent(key + " " + Fingerprint.of(message), Boolean.TRUE)
                .isPresent();
    }

    /** A message was not taken, so that it comes again. */
    void turnedAway(String key, String message) {
        turnedAway.put(key + " " + Fingerprint.of(message), Boolean.TRUE);
    }

    /** Whether a message comes again that was not taken; says so once. */
    boolean takeTurnedAway(String key, String message) {
        String name = key + " " + Fingerprint.of(message);
        return turnedAway.removed(name, Boolean.TRUE);
    }

    /**
     * Remembers a payment before it is sent; answers the one that has the same key or the same name, if there is one.
     */
    Optional<OpenPayment> add(String key, OpenPayment payment) {
        Optional<OpenPayment> there = putIfAbsent(new Handle.Key(key), payment);
        if (there.isEmpty()) {
            there = addNamed(payment);
        }
        if (there.isPresent()) {
            forget(payment);
        }
        return there;
    }

    /** The same for one of which nothing but its name is known. */
    Optional<OpenPayment> addNamed(OpenPayment payment) {
        String value = payment.reference().value();
        return value.isBlank() ? Optional.empty() : putIfAbsent(new Handle.Name(value), payment);
    }

    private Optional<OpenPayment> putIfAbsent(Handle handle, OpenPayment payment) {
        Optional<OpenPayment> there = found(handle);
        if (there.isEmpty()) {
            payment.add(handle);
            there = open.putIfAbsent(handle, payment);
        }
        return there;
    }

    /** Gives a payment its name, under which it is looked for. */
    void name(OpenPayment payment, Reference reference) {
        if (!reference.value().isBlank()) {
            Handle name = new Handle.Name(reference.value());
            payment.add(name);
            open.put(name, payment);
        }
    }

    /** Forgets a payment of which nothing was sent, or which was refused. */
    void forget(OpenPayment payment) {
        payment.handles().forEach(handle -> open.remove(handle, payment));
    }

    /** A settled payment is kept for a shorter while; at no time is it in neither place. */
    void settled(OpenPayment payment) {
        payment.handles().forEach(handle -> {
            settled.put(handle, payment);
            open.remove(handle, payment);
        });
    }

    Optional<OpenPayment> payment(String key) {
        return found(new Handle.Key(key));
    }

    private Optional<OpenPayment> found(Handle handle) {
        Optional<OpenPayment> payment = open.get(handle);
        return payment.isPresent() ? payment : settled.get(handle);
    }

    Optional<OpenPayment> named(String value) {
        return found(new Handle.Name(value));
    }

    /**
     * Whether nothing is known by which a callback of it would prove itself: this process did not send it, but looks
     * for it, so any proven callback that names it may tell of it.
     */
    static boolean isKnownByNameAlone(OpenPayment payment) {
        return payment.handles().stream().allMatch(Handle.Name.class::isInstance);
    }

    void add(String key, OpenQuestion<E> question) {
        questions.put(key, question);
    }

    Optional<OpenQuestion<E>> question(String key) {
        return questions.get(key);
    }

    void forget(String key, OpenQuestion<E> question) {
        questions.remove(key, question);
    }
}
