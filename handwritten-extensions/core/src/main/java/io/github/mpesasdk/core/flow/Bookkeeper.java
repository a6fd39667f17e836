package io.github.mpesasdk.core.flow;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.Incident;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NotJournaledException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.core.memory.Fingerprint;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Event;
import io.github.mpesasdk.journal.JournalException;
import io.github.mpesasdk.journal.Recorded;
import io.github.mpesasdk.journal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes what happens to payments into the journal. Before a send that is a condition: what cannot be written is not
 * sent. Afterwards nothing can be undone, so what cannot be written now is written as soon as it can. Thread-safe.
 */
final class Bookkeeper {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");
    private static final int MOST_UNWRITTEN = 10_000;

    private final String market;
    private final Book book;
    private final boolean isUsed;
    private final boolean isDurable;
    private final Duration firstPause;
    private final Runnable news;
    private final BoundedWait waiting;
    private final BlockingQueue<Runnable> unwritten = new LinkedBlockingQueue<>(MOST_UNWRITTEN);

    /**
     * Keeps one book.
     *
     * @param isUsed whether anybody reads it: with neither a durable journal nor listeners, nothing is written
     * @param firstPause how long a payment is left to its callback
     * @param news runs when there may be something to tell listeners
     * @param waiting for what a gateway waits for
     */
    Bookkeeper(
            String market,
            Book book,
            boolean isUsed,
            boolean isDurable,
            Duration firstPause,
            Runnable news,
            BoundedWait waiting) {
        this.market = market;
        this.book = book;
        this.isUsed = isUsed;
        this.isDurable = isDurable;
        this.firstPause = firstPause;
        this.news = news;
        this.waiting = waiting;
    }

    Book book() {
        return book;
    }

    /** What the journal's clock says, or this machine's if the journal is away. */
    Instant now() {
        try {
            return inTime(book::now);
        } catch (JournalException away) {
            return Instant.now();
        }
    }

    /** Whether anything is written. */
    boolean isUsed() {
        return isUsed;
    }

    /** Whether other processes may know more than this one. */
    boolean isDurable() {
        return isDurable;
    }

    /**
     * Writes a payment down before it is sent.
     *
     * @return false if there is one with its id
     * @throws NotJournaledException if it cannot be written
     */
    boolean prepare(Entry entry) {
        try {
            return !isUsed || book.prepare(entry);
        } catch (JournalException broken) {
            throw notJournaled(entry.operation(), "Nothing was sent.", broken);
        }
    }

    /**
     * The request is about to leave.
     *
     * @return false if it must not, because another machine gave it up or heard of it
     * @throws NotJournaledException if that cannot be written
     */
    boolean maySend(Entry entry) {
        try {
            return !isUsed || book.send(entry.key(), firstPause);
        } catch (JournalException broken) {
            throw notJournaled(entry.operation(), "Nothing was sent.", broken);
        }
    }

    void accepted(Entry entry, Reference reference, Expected expected) {
        write(() -> {
            book.accept(entry.key(), reference, expected.kept());
            book.record(entry, new Event(Event.Kind.ACKNOWLEDGEMENT, "accepted", null), null);
        });
    }

    /** The caller gets this error; nothing moved. */
    void refused(Entry entry, MpesaException error) {
        String code = error.code().map(known -> known.value()).orElse("");
        Verdict verdict = Verdict.toldByError(
                error.code().orElse(null), error.words().orElse(null), "The call ended with an error: nothing moved.");
        write(() -> book.record(entry, new Event(Event.Kind.REFUSAL, "refused " + code, code), verdict));
    }

    /** An answer says something of a payment. */
    void answered(Entry entry, Event.Kind kind, Outcome outcome) {
        write(() -> record(entry, event(kind, outcome), outcome.isSettled() ? Verdict.of(outcome) : null));
    }

    private static Event event(Event.Kind kind, Outcome outcome) {
        String code = outcome.code().map(known -> known.value()).orElse(null);
        return new Event(kind, outcome.getClass().getSimpleName() + " " + (code == null ? "" : code), code);
    }

    private Recorded record(Entry entry, Event event, @Nullable Verdict verdict) {
        Recorded recorded = book.record(entry, event, verdict);
        if (recorded.hasSettled()) {
            news.run();
        }
        return recorded;
    }

    /**
     * A callback says something of a payment. The gateway is told that it was heard only if it is written.
     *
     * @return whether it came for the first time, on any machine
     * @throws NotJournaledException if it cannot be written now; it is written later all the same
     */
    boolean heard(Entry entry, String digest, Outcome outcome) {
        if (!isUsed) {
            return true;
        }
        String code = outcome.code().map(known -> known.value()).orElse(null);
        Event event = new Event(Event.Kind.CALLBACK, digest, code);
        Verdict verdict = outcome.isSettled() ? Verdict.of(outcome) : null;
        try {
            return inTime(() -> recordOrLater(entry, event, verdict)).isNew();
        } catch (JournalException broken) {
            throw notJournaled(entry.operation(), "The callback is not kept yet.", broken);
        }
    }

    // What is written later was heard by nobody who could act on it, so the same message is new when it comes again.
    private Recorded recordOrLater(Entry entry, Event event, @Nullable Verdict verdict) {
        try {
            return record(entry, event, verdict);
        } catch (JournalException broken) {
            Event unheard = new Event(event.kind(), Fingerprint.of("unheard " + event.digest()), event.code());
            later(broken, () -> record(entry, unheard, verdict));
            throw broken;
        }
    }

    /** The same for money that came unasked; in memory, too, each receipt is handed on once. */
    boolean received(CustomerPayment payment) {
        try {
            return inTime(() -> orLater(() -> {
                boolean isNew = book.receive(payment);
                news.run();
                return isNew;
            }));
        } catch (JournalException broken) {
            throw notJournaled("", "The payment of the customer is not kept yet.", broken);
        }
    }

    // A gateway waits for the answer. In memory, nothing takes time.
    private <T> T inTime(Supplier<T> work) {
        return isDurable ? waiting.on(work) : work.get();
    }

    private <T> T orLater(Supplier<T> change) {
        try {
            return change.get();
        } catch (JournalException broken) {
            later(broken, () -> {
                var unused = change.get();
            });
            throw broken;
        }
    }

    /** The process that prepared it never came to sending it. */
    void neverSent(Entry entry) {
        if (book.giveUp(entry.key(), Verdict.neverSent())) {
            news.run();
        }
    }

    /** Nobody knows what became of it, and a person has to look. */
    void needsPerson(Entry entry, Verdict verdict) {
        if (record(entry, new Event(Event.Kind.DECISION, verdict.state().name(), null), verdict)
                .hasSettled()) {
            LOG.log(WARNING, "{0} {1}: a payment needs a person: {2}", market, entry.operation(), verdict.why());
        }
    }

    /** A person says what became of it. */
    boolean decided(Entry entry, Verdict verdict) {
        try {
            return inTime(() -> record(
                            entry,
                            new Event(Event.Kind.DECISION, verdict.state().name(), null),
                            verdict))
                    .hasSettled();
        } catch (JournalException broken) {
            throw notJournaled(entry.operation(), "Nothing was changed.", broken);
        }
    }

    /**
     * The payment with a key, of whichever process.
     *
     * @throws NotJournaledException if the journal cannot be read
     */
    Optional<Entry> find(String key) {
        try {
            return isDurable ? waiting.on(() -> book.find(key)) : Optional.empty();
        } catch (JournalException broken) {
            throw notJournaled("", "The payment cannot be looked up.", broken);
        }
    }

    /** The payment with a reference, of whichever process. */
    Optional<Entry> named(Reference reference) {
        try {
            return isDurable ? waiting.on(() -> book.named(reference)) : Optional.empty();
        } catch (JournalException broken) {
            throw notJournaled(reference.operation(), "The payment cannot be looked up.", broken);
        }
    }

    /** The same, also where the journal is in memory. */
    Optional<Entry> held(Reference reference) {
        try {
            return inTime(() -> book.named(reference));
        } catch (JournalException broken) {
            throw notJournaled(reference.operation(), "The payment cannot be looked up.", broken);
        }
    }

    /** What the journal says, or nothing while it cannot be read: a caller that asks the gateway needs it less. */
    <T> Optional<T> ifReadable(Supplier<Optional<T>> reading) {
        try {
            return reading.get();
        } catch (NotJournaledException away) {
            return Optional.empty();
        }
    }

    private void write(Runnable change) {
        if (!isUsed) {
            return;
        }
        // In order: what waits was before.
        if (!unwritten.isEmpty()) {
            later(change);
            return;
        }
        try {
            change.run();
        } catch (JournalException broken) {
            LOG.log(
                    WARNING,
                    "{0}: the journal could not be written, it is tried again: {1}",
                    market,
                    broken.getMessage());
            later(broken, change);
        }
    }

    private void later(JournalException why, Runnable change) {
        if (!why.isPermanent()) {
            later(change);
        }
    }

    private void later(Runnable change) {
        if (!unwritten.offer(change)) {
            LOG.log(
                    WARNING,
                    "{0}: the journal has been away too long; what happened meanwhile is learnt again by asking",
                    market);
        }
    }

    /** Writes what could not be written before; one thread at a time. */
    synchronized boolean catchUp() {
        for (Runnable next = unwritten.peek(); next != null; next = unwritten.peek()) {
            try {
                next.run();
            } catch (RuntimeException defect) {
                if (defect instanceof JournalException away && !away.isPermanent()) {
                    throw away;
                }
                // It would fail for ever, and everything behind it would wait.
                LOG.log(WARNING, "{0}: something cannot be written into the journal: {1}", market, defect.getClass());
            }
            unwritten.remove(next);
        }
        return false;
    }

    /** Tries for the last time; what cannot be written even now is learnt again by asking, on whichever machine. */
    void finish() {
        try {
            catchUp();
        } catch (JournalException away) {
            LOG.log(
                    WARNING,
                    "{0}: the client was closed while the journal could not be written: {1}",
                    market,
                    away.getMessage());
        }
    }

    NotJournaledException notJournaled(String operation, String consequence, @Nullable JournalException cause) {
        return new NotJournaledException(Incident.of(market, operation), consequence, cause);
    }

    /** A once-only id that was used before. */
    static InvalidInputException usedBefore(String call, Prepared<?> prepared) {
        String field = prepared.reference().field();
        return new InvalidInputException(
                call,
                List.of(new Violation(
                        prepared.idWord(),
                        field.isEmpty() ? prepared.idWord() : field,
                        "is that of a payment that was sent before: an id can pay once")));
    }
}
