package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.core.transport.Connections;
import io.github.mpesasdk.journal.Entry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Waits for outcomes, and asks meanwhile. Thread-safe. */
final class Waits<E> {

    // A wait that is over must be told so even if every thread of the client is busy.
    private static final Duration GRACE = Duration.ofMillis(250);
    private static final String CLOSED = "The client was closed.";

    private final Market<E> market;
    private final Connections connections;
    private final KnownPayments<E> payments;
    private final Bookkeeper bookkeeper;
    private final Questions<E> questions;
    private final Duration answerPatience;
    private final Set<OutcomeWait> waits = ConcurrentHashMap.newKeySet();

    /**
     * Prepares to wait.
     *
     * @param answerPatience how long the answer of a question may take that comes by callback
     */
    Waits(
            Market<E> market,
            Connections connections,
            KnownPayments<E> payments,
            Bookkeeper bookkeeper,
            Questions<E> questions,
            Duration answerPatience) {
        this.market = market;
        this.connections = connections;
        this.payments = payments;
        this.bookkeeper = bookkeeper;
        this.questions = questions;
        this.answerPatience = answerPatience;
    }

    /** Waits on the caller's thread; see {@link OutcomeWait}. */
    Outcome await(OpenPayment payment, @Nullable Duration given, Duration pollAfter) {
        Duration limit = limit(given);
        OutcomeWait wait = wait(payment);
        CompletableFuture<Outcome> result = start(wait, limit, pollAfter);
        try {
            // Both are cut to what a long can hold, for a limit may be for ever.
            long most = Math.min(TimeUnit.NANOSECONDS.convert(limit), Long.MAX_VALUE - GRACE.toNanos());
            return result.get(most + GRACE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            wait.stop("The thread that waited was interrupted.");
            return payment.outcome();
        } catch (ExecutionException | TimeoutException late) {
            return payment.outcome();
        }
    }

    /** Waits without holding a thread. */
    CompletableFuture<Outcome> start(OpenPayment payment, @Nullable Duration given, Duration pollAfter) {
        return start(wait(payment), limit(given), pollAfter);
    }

    /** How long to wait; one that is negative is over at once. */
    static Duration limit(@Nullable Duration given) {
        if (given == null) {
            throw new InvalidInputException(
                    "The wait", "limit", "is null: say how long to wait; what was sent before stays sent");
        }
        return given;
    }

    private OutcomeWait wait(OpenPayment payment) {
        return new OutcomeWait(
                payment,
                () -> poll(payment),
                said -> payments.offer(payment, said),
                connections.executor(),
                waits::remove);
    }

    private CompletableFuture<Outcome> start(OutcomeWait wait, Duration limit, Duration pollAfter) {
        waits.add(wait);
        CompletableFuture<Outcome> result = wait.start(limit, pollAfter);
        if (connections.isClosed()) {
            wait.stop(CLOSED);
        }
        return result;
    }

    /** Asks once, and writes down what the answer settles. */
    CompletableFuture<Outcome> settleByAsking(OpenPayment payment) {
        return poll(payment).thenApply(outcome -> {
            payments.offer(payment, outcome);
            return outcome;
        });
    }

    private CompletableFuture<Outcome> poll(OpenPayment payment) {
        Optional<Outcome> known = payment.entry()
                .flatMap(entry -> bookkeeper.ifReadable(() -> bookkeeper.find(entry.key())))
                .flatMap(Entry::settledBy)
                .map(verdict -> verdict.outcome(payment.reference()));
        if (known.isPresent()) {
            // Another machine has heard.
            return CompletableFuture.completedFuture(known.get());
        }
        StatusQuestion<E> question = market.question(payment.reference());
        if (question instanceof StatusQuestion.CannotAsk<E> cannot) {
            Optional<LostAndFound> search = payment.search();
            if (search.isPresent()) {
                return search.get().look(payment);
            }
            throw new CannotAskException(cannot.why(), cannot.othersCan());
        }
        Inquiry<E, Outcome> inquiry = ((StatusQuestion.CanAsk<E>) question).inquiry();
        String key = payment.entry().map(Entry::key).orElse(null);
        return questions.askAsync(inquiry.about(key), answerPatience, outcome -> payments.offer(payment, outcome));
    }

    /** Ends every wait, with what is known. */
    void close() {
        Set.copyOf(waits).forEach(wait -> wait.stop(CLOSED));
    }
}
