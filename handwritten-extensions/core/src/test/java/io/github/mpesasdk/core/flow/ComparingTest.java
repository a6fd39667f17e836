package io.github.mpesasdk.core.flow;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.core.testing.Events;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A task that one machine does for all. */
class ComparingTest {

    private static final Duration EVERY = Duration.ofMillis(200);
    private static final Duration CHECK = Duration.ofMillis(20);

    private final Book book = Journal.inMemory().book("kiosk/test");

    private Comparing<Object> machine(Comparison<Object> comparison) {
        Bookkeeper bookkeeper = new Bookkeeper(
                "kiosk", book, true, false, Duration.ZERO, () -> {}, new BoundedWait(Executors.newCachedThreadPool()));
        return new Comparing<>(bookkeeper, comparison, new NeverAsked(), EVERY, CHECK);
    }

    private static final class NeverAsked implements Search.Asker<Object> {
        @Override
        public <T> CompletableFuture<T> ask(Inquiry<Object, T> inquiry) {
            return CompletableFuture.failedFuture(new AssertionError("asked"));
        }
    }

    // It looks first each time, and comes to nothing at once.
    @Test
    void aMachineThatCannotReadTheListLeavesTheNextTurnToAnother() throws Exception {
        AtomicLong compared = new AtomicLong();
        Comparing<Object> broken = machine(
                (from, until, asker) -> CompletableFuture.failedFuture(new IllegalStateException("no way out")));
        Comparing<Object> healthy = machine((from, until, asker) -> {
            compared.incrementAndGet();
            return CompletableFuture.completedFuture(List.of());
        });

        assertThrows(IllegalStateException.class, broken::round);
        Events.until(() -> {
            boolean unused = broken.round();
            return healthy.round() || compared.get() > 0;
        });
        assertThrows(IllegalStateException.class, () -> Events.until(broken::round), "its turn comes again");
    }
}
