package io.github.mpesasdk.sandbox.tls;

import java.time.Duration;

/** Whether somebody uses a connection. One that opens, or waits for its client's next request, is idle. */
final class Activity {

    /** A client that has its answer is given a moment for the next request. */
    private static final Duration MOMENT = Duration.ofMillis(250);

    private volatile long since = System.nanoTime();
    private volatile boolean waiting;

    /** The client has sent something, and waits for what comes of it. */
    void sent() {
        waiting = true;
        since = System.nanoTime();
    }

    /** The client has got something. */
    void answered() {
        waiting = false;
        since = System.nanoTime();
    }

    /** Whether the connection could end without loss. */
    boolean isIdle() {
        return !waiting && idleNanos() > MOMENT.toNanos();
    }

    /** How long nothing has happened. */
    long idleNanos() {
        return System.nanoTime() - since;
    }
}
