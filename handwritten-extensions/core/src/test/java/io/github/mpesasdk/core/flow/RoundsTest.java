package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.core.testing.Events;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Work that several machines do from time to time. */
class RoundsTest {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    // The first one in each half second takes the task, as a journal hands them out.
    @Test
    void oneThatStartedFirstIsNotTheFirstForEver() throws Exception {
        AtomicLong lastTaken = new AtomicLong(-1);
        AtomicLong ofSecond = new AtomicLong();
        Rounds first = new Rounds("first", threads, PAUSE, () -> {
            boolean unused = takes(lastTaken);
            return false;
        });
        Rounds second = new Rounds("second", threads, PAUSE, () -> {
            if (takes(lastTaken)) {
                ofSecond.incrementAndGet();
            }
            return false;
        });
        first.soon();
        second.soon();
        try {
            Events.until(() -> ofSecond.get() > 1);
        } finally {
            first.close(Duration.ZERO);
            second.close(Duration.ZERO);
        }
    }

    @Test
    void theyGoOnAfterATimeWithoutThreads() throws Exception {
        AtomicLong refusals = new AtomicLong(2);
        AtomicLong done = new AtomicLong();
        Executor scarce = work -> {
            if (refusals.getAndDecrement() > 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            threads.execute(work);
        };
        Rounds rounds = new Rounds("counting", scarce, PAUSE, () -> {
            done.incrementAndGet();
            return false;
        });
        rounds.soon();
        try {
            Events.until(() -> done.get() > 2);
        } finally {
            rounds.close(Duration.ZERO);
        }
    }

    private static boolean takes(AtomicLong lastTaken) {
        long slot = System.nanoTime() / Duration.ofMillis(500).toNanos();
        return lastTaken.getAndSet(slot) != slot;
    }
}
