package io.github.mpesasdk.sandbox.market;

import io.github.mpesasdk.sandbox.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Sends callbacks, to loopback and allowed hosts only, and writes each into the journal. */
public interface Callbacks {

    /**
     * Runs a settlement in its time on another thread, or at once on this one if the callback shall be early. A reset
     * of the sandbox cancels settlements that have not begun.
     *
     * @param length how many characters it keeps in memory until then
     */
    void settle(Set<Fault> faults, Delay delay, int length, Runnable settlement);

    /** Whether so much is scheduled already that nothing more shall be. */
    boolean isFull();

    /** Posts a callback, as often and as late as the faults demand, and judges each reply. */
    void post(Callback callback, Set<Fault> faults, ReplyCheck reply);

    /** Posts a callback in JSON and judges each reply. */
    default void post(String operationId, String url, String body, Set<Fault> faults, ReplyCheck reply) {
        post(Callback.json(operationId, url, body), faults, reply);
    }

    /** Posts a callback in JSON whose reply says nothing. */
    default void post(String operationId, String url, String body, Set<Fault> faults) {
        post(operationId, url, body, faults, ReplyCheck.none());
    }

    /** Which code a callback has that goes before the one that settles, of two that do not; empty if none goes. */
    static <C> Optional<C> before(Set<Fault> faults, C unsettling, C unknown) {
        if (faults.contains(Fault.UNSETTLING_CALLBACK_FIRST)) {
            return Optional.of(unsettling);
        }
        return faults.contains(Fault.UNKNOWN_CALLBACK_FIRST) ? Optional.of(unknown) : Optional.empty();
    }

    /** Posts a question and waits for the body of a 200 answer; empty if none came in time. */
    Optional<String> ask(String operationId, String url, String body, Duration timeout);
}
