package io.github.mpesasdk.sandbox.tls;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether a connection could end without loss. It cannot while it opens, while the client waits for an answer, and
 * while an answer may still go on: where an answer ends is not read here, so one counts as going on until nothing more
 * of it has come for {@link #END_OF_ANSWER}.
 */
final class Activity {

    /** A client that is connected is given a moment for its first request. */
    static final Duration MOMENT = Duration.ofMillis(250);

    /** Longer than any pause inside an answer, so a connection counts as idle so long after its last answer. */
    static final Duration END_OF_ANSWER = Duration.ofSeconds(10);

    private enum Stage {
        OPENING,
        UNUSED,
        AWAITING_ANSWER,
        ANSWERED
    }

    /** What happened last, and when. */
    private record Event(Stage stage, long nanos) {}

    private final LongSupplier nanoTime;
    private volatile Event last;

    /** Of a connection that opens now, by a clock such as {@link System#nanoTime}. */
    Activity(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        last = new Event(Stage.OPENING, nanoTime.getAsLong());
    }

    /** It is ready for the first request. */
    void opened() {
        enter(Stage.UNUSED);
    }

    /** The client has sent something, and waits for what comes of it. */
    void sent() {
        enter(Stage.AWAITING_ANSWER);
    }

    /** The client has got something. */
    void answered() {
        enter(Stage.ANSWERED);
    }

    private void enter(Stage stage) {
        last = new Event(stage, nanoTime.getAsLong());
    }

    /** Whether the connection could end without loss. */
    boolean isIdle() {
        Event now = last;
        long quiet = nanoTime.getAsLong() - now.nanos();
        return switch (now.stage()) {
            case OPENING, AWAITING_ANSWER -> false;
            case UNUSED -> quiet > MOMENT.toNanos();
            case ANSWERED -> quiet > END_OF_ANSWER.toNanos();
        };
    }

    /** How long nothing has happened. */
    long idleNanos() {
        return nanoTime.getAsLong() - last.nanos();
    }
}
