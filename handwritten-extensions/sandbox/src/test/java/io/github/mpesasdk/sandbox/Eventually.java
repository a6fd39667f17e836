package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Waits for what comes by itself, and much longer than a slow machine takes for it. Core has the like in
 * {@code Events}; the sandbox shares no code with the clients it judges, nor do its tests.
 */
public final class Eventually {

    private static final Duration SOON = Duration.ofSeconds(30);

    private Eventually() {}

    public static void is(Callable<Boolean> reached) throws Exception {
        long end = System.nanoTime() + SOON.toNanos();
        while (!reached.call()) {
            assertTrue(System.nanoTime() < end, "it does not come");
            Thread.sleep(5);
        }
    }
}
