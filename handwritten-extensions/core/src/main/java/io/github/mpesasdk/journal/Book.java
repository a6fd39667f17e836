package io.github.mpesasdk.journal;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one merchant at one API: what the payment flow reads and writes. Implementations are thread-safe,
 * judge states by {@link PaymentState#canBecome} alone, and throw {@link JournalException} when they cannot be read or
 * written. Times that machines compare are those of the journal, because clocks of machines differ.
 */
public interface Book {

    /** How long money waits that may be that of an open push: as long as one that was lost may take to be found. */
    Duration HELD_BACK = Duration.ofMinutes(10);

    /** A digest of something personal, the same for the same text, that nobody without the journal's key can make. */
    String digest(String personal);

    /**
     * Writes a payment down before it is sent.
     *
     * @return false if there is one with this key, or with this reference: an id can pay once. One that was refused at
     *     once (its verdict is not to be told) makes room for the new one
     */
    boolean prepare(Entry entry);

    /**
     * The request is about to leave. Called once more before a request is repeated whose token was rejected.
     *
     * @param pause how long to leave the payment to its answer and its callback, before it is claimed
     * @return false if it must not leave, because the payment was given up or a message about it has arrived
     */
    boolean send(String key, Duration pause);

    /**
     * The gateway accepted it.
     *
     * @param reference what to ask with from now on
     * @param repeats what its callbacks have to repeat
     */
    void accept(String key, Reference reference, Map<String, String> repeats);

    /**
     * Writes down what was heard of a payment, what it settles, and what listeners have to hear of that: all of it or
     * nothing. A payment that is not there, because its entry has expired, is written down as settled.
     *
     * @param verdict what it settles; null where it settles nothing
     */
    Recorded record(Entry entry, Event event, @Nullable Verdict verdict);

    /**
     * Gives a payment up that is {@code PREPARED} and nothing else.
     *
     * @return false if it is in another state by now
     */
    boolean giveUp(String key, Verdict verdict);

    /** The payment with a key. */
    Optional<Entry> find(String key);

    /** The payment with a reference. */
    Optional<Entry> named(Reference reference);

    /** Whether another payment has the same traits, was sent about the same time, and did not certainly fail. */
    boolean hasRival(Entry entry);

    /**
     * Takes open payments whose time has come, so that nobody else takes them until their pause is over.
     *
     * @param most how many at most
     * @param pause how long to leave each of them alone from now on
     */
    List<Entry> claim(int most, PauseOf pause);

    /** How long to leave a payment alone. */
    interface PauseOf {
        Duration after(Entry entry);
    }

    /**
     * A customer has paid unasked. A payment of which the journal knows the receipt is no new one; nor is the notice of
     * a push that was paid lately, and whose receipt nobody told: each such push takes one notice of its short code,
     * amount and label that came {@link Entry#isPaidWith after it}, and one that may be a push which is still open (the
     * same short code, the same amount) is told only when that is known, or after a while. What is so matched with a
     * push is told after all once a message names another receipt of that push, or matched with another push once a
     * message names this receipt for a payment.
     *
     * @return false if it was here before
     */
    boolean receive(CustomerPayment payment);

    /**
     * Takes notices that nobody has heard yet, so that nobody else takes them for a while.
     *
     * @param kinds what there is a listener for in this process; what is earlier here comes first
     * @param underWay the {@link Notice#id ids} of those that a listener of this process still has: they are left to
     *     other machines
     */
    List<Notice> notices(int most, Set<Notice.Kind> kinds, Set<Long> underWay);

    /** A listener has heard it. */
    void told(Notice notice);

    /** A listener failed: it is told again after a pause. */
    void tellLater(Notice notice, Duration pause);

    /**
     * Takes a task that one machine does for all, if it is due.
     *
     * @param task its name
     * @param every how long to leave it alone from now on
     * @return up to where it was done, or empty if it is not due. The first time it was done up to now
     */
    Optional<Instant> take(String task, Duration every);

    /** A task was done up to here. */
    void done(String task, Instant until);

    /** What the journal's clock says. */
    Instant now();
}
