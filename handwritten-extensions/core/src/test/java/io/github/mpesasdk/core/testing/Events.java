package io.github.mpesasdk.core.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting for what another thread does. */
public final class Events {

    private static final long PATIENCE_SECONDS = 30;
    private static final String MISSED = "what the test waits for did not happen";

    private Events() {}

    /** Waits until it is so; fails where it does not become so. */
    public static void until(BooleanSupplier happened) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!happened.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, MISSED);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Waits until it has happened; fails where it does not. */
    static void await(CountDownLatch event) throws IOException {
        try {
            assertTrue(event.await(PATIENCE_SECONDS, TimeUnit.SECONDS), MISSED);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the test was stopped");
        }
    }
}
