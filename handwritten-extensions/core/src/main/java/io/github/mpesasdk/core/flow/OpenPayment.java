package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What this process knows of one payment. What settles it stays; until then the newest message counts, so that one
 * which settles nothing never hides one which does. Thread-safe.
 */
final class OpenPayment {

    private final String operation;
    private final @Nullable String order;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private Expected expected;
    private Reference reference;
    private Outcome outcome;
    private boolean heard;
    private @Nullable LostAndFound search;

    OpenPayment(String operation, Reference reference, @Nullable String order, Expected expected, Reason reason) {
        this.operation = operation;
        this.reference = reference;
        this.order = order;
        this.expected = expected;
        this.outcome = new Unknown(reference, reason);
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

    /** The gateway accepted it. */
    synchronized void accepted(Reference named, Expected answered) {
        this.reference = named;
        this.expected = expected.and(answered);
        if (outcome instanceof Unknown unknown && unknown.code().isEmpty()) {
            outcome = new Pending(
                    named, Reason.of(Reason.Kind.PROCESSING, "The gateway accepted it; no outcome has arrived yet."));
        } else {
            outcome = Outcomes.under(named, outcome);
        }
    }

    /** A message that names it has arrived. Even one that proves nothing is a reason not to send the payment again. */
    synchronized void heard() {
        heard = true;
    }

    /** What it is found by. */
    Set<String> keys() {
        return Set.copyOf(keys);
    }

    /** It can be found by one more key. */
    void isKnownAs(String key) {
        keys.add(key);
    }

    /**
     * Takes what a callback or an answer says.
     *
     * @return whether this settled the payment
     */
    boolean offer(Outcome said) {
        synchronized (this) {
            if (outcome.isSettled()) {
                return false;
            }
            outcome = Outcomes.under(reference, said);
        }
        watchers.forEach(Runnable::run);
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

    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }
}
