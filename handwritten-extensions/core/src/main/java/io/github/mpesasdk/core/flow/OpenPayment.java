package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.PaymentState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What this process knows of one payment. What settles it stays; until then the newest message counts, so that one
 * which settles nothing never hides one which does. Thread-safe.
 */
final class OpenPayment {

    private static final Reason SENT = Reason.of(Reason.Kind.PROCESSING, "It was sent; no answer has arrived yet.");
    private static final Reason ACCEPTED =
            Reason.of(Reason.Kind.PROCESSING, "The gateway accepted it; no outcome has arrived yet.");

    private final String operation;
    private final @Nullable String order;
    private final @Nullable Entry entry;
    // Two or three handles, and rarely a watcher: no collections, for half a million payments may be open.
    private List<Runnable> watchers = List.of();
    private Handle[] handles = {};
    private Expected expected;
    private Reference reference;
    private Outcome outcome;
    private boolean heard;
    private @Nullable LostAndFound search;

    private OpenPayment(
            Reference reference, @Nullable String order, @Nullable Entry entry, Expected expected, Outcome outcome) {
        this.operation = reference.operation();
        this.reference = reference;
        this.order = order;
        this.entry = entry;
        this.expected = expected;
        this.outcome = outcome;
    }

    /** One that is about to be sent. */
    static OpenPayment prepared(Entry entry, Expected expected) {
        return new OpenPayment(
                entry.reference(), entry.orderKey(), entry, expected, new Unknown(entry.reference(), SENT));
    }

    /** One of another process, or of an earlier life of this one. */
    static OpenPayment of(Entry entry, Expected expected) {
        Outcome outcome = entry.settledBy()
                .map(verdict -> verdict.outcome(entry.reference()))
                .orElseGet(() -> OpenPayment.open(entry));
        return new OpenPayment(entry.reference(), entry.orderKey(), entry, expected, outcome);
    }

    private static Outcome open(Entry entry) {
        return entry.state() == PaymentState.ACCEPTED
                ? new Pending(entry.reference(), ACCEPTED)
                : new Unknown(
                        entry.reference(),
                        Reason.of(
                                Reason.Kind.NO_CALLBACK, "It was sent, and neither answer nor callback has arrived."));
    }

    /** One of which nothing but its name is known. */
    static OpenPayment named(Reference reference) {
        Reason reason = Reason.of(Reason.Kind.NO_CALLBACK, "No callback of it has arrived in this process.");
        return new OpenPayment(reference, null, null, Expected.NOTHING, new Unknown(reference, reason));
    }

    /** What the journal has of it; empty where it has nothing. */
    Optional<Entry> entry() {
        return Optional.ofNullable(entry);
    }

    String operation() {
        return operation;
    }

    Optional<String> order() {
        return Optional.ofNullable(order);
    }

    synchronized Reference reference() {
        return reference;
    }

    synchronized Outcome outcome() {
        return outcome;
    }

    /** It can be looked for, where nothing else is left. */
    synchronized void searchedBy(LostAndFound way) {
        this.search = way;
    }

    /** How to look for it; empty where there is no way. */
    synchronized Optional<LostAndFound> search() {
        return Optional.ofNullable(search);
    }

    /** What its callbacks have to repeat. */
    synchronized Expected expected() {
        return expected;
    }

    /** Whether a callback of this payment has arrived. */
    synchronized boolean heardCallback() {
        return heard;
    }

    /**
     * The gateway accepted it.
     *
     * @param repeated what its callbacks have to repeat from now on
     */
    synchronized void accepted(Reference named, Expected repeated) {
        this.reference = named;
        this.expected = repeated;
        if (outcome instanceof Unknown unknown && unknown.code().isEmpty()) {
            outcome = new Pending(named, ACCEPTED);
        } else {
            outcome = Outcomes.under(named, outcome);
        }
    }

    /** A message that names it has arrived. Even one that proves nothing is a reason not to send the payment again. */
    synchronized void heard() {
        heard = true;
    }

    /** What it is found by. */
    synchronized List<Handle> handles() {
        return List.of(handles);
    }

    /** It can be found by one more. */
    synchronized void add(Handle handle) {
        if (!Arrays.asList(handles).contains(handle)) {
            handles = Arrays.copyOf(handles, handles.length + 1);
            handles[handles.length - 1] = handle;
        }
    }

    /**
     * Takes what a callback or an answer says.
     *
     * @return whether this settled the payment
     */
    boolean offer(Outcome said) {
        List<Runnable> watching;
        synchronized (this) {
            if (outcome.isSettled()) {
                return false;
            }
            outcome = Outcomes.under(reference, said);
            watching = watchers;
        }
        watching.forEach(Runnable::run);
        return said.isSettled();
    }

    /** Takes why nothing better is known; a reason that comes with a code of the gateway is not lost to one without. */
    synchronized void note(Reason reason) {
        if (outcome.isSettled() || (outcome.code().isPresent() && reason.code().isEmpty())) {
            return;
        }
        outcome = outcome instanceof Pending ? new Pending(reference, reason) : new Unknown(reference, reason);
    }

    /** The wait for it is over and nobody said anything; whatever was learnt instead says more. */
    synchronized void noteSilence() {
        boolean learntNothing = outcome instanceof Pending pending
                && pending.code().isEmpty()
                && pending.reason().kind() == Reason.Kind.PROCESSING;
        if (learntNothing) {
            note(Reason.of(Reason.Kind.NO_CALLBACK, "The gateway accepted it, and no outcome has arrived in time."));
        }
    }

    synchronized void watch(Runnable watcher) {
        watchers = Stream.concat(watchers.stream(), Stream.of(watcher)).toList();
    }

    synchronized void unwatch(Runnable watcher) {
        watchers = watchers.stream().filter(other -> other != watcher).toList();
    }
}
