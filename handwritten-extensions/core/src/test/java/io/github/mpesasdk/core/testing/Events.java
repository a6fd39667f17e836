package io.github.mpesasdk.core.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting for what another thread does. */
final class Events {

    private static final long PATIENCE_SECONDS = 30;

    private Events() {}

    /** Waits until it has happened; fails where it does not. */
    static void await(CountDownLatch event) throws IOException {
        try {
            assertTrue(event.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "what the test waits for did not happen");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the test was stopped");
        }
    }
}
