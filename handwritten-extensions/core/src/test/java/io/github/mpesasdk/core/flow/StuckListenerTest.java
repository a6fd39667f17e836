package io.github.mpesasdk.core.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Settled;
import io.github.mpesasdk.core.testing.Events;
import io.github.mpesasdk.core.testing.SdkLog;
import io.github.mpesasdk.core.testing.SharedJournal;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A listener that does not return holds up nobody else, and not for ever what it was told. */
@Execution(ExecutionMode.CONCURRENT)
class StuckListenerTest {

    private static final TellingLimits SHORT = new TellingLimits(Duration.ofMillis(100), Duration.ofMillis(400), 2);

    private final SharedJournal journal = new SharedJournal();
    private final BlockingQueue<Settled> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);

    @RegisterExtension
    final SdkLog log = new SdkLog();

    private Kiosk kiosk(Consumer<Settled> listener) {
        return Kiosk.open(setup -> setup.journal(journal)
                .listeners(new Listeners(listener, null, null, SHORT))
                .reconciling(Reconciling.STANDARD.off()));
    }

    private static void pay(Kiosk kiosk, String order) {
        kiosk.push(draft -> draft.order(order));
        kiosk.hear(kiosk.address(), "Code", "0", "Amount", "1");
    }

    private Settled next() throws InterruptedException {
        Settled settled = heard.poll(60, TimeUnit.SECONDS);
        if (settled == null) {
            throw new AssertionError("no listener was told: " + log.text());
        }
        return settled;
    }

    private void isStuckOn(String order, Settled settled) {
        heard.add(settled);
        if (isOf(order, settled)) {
            try {
                released.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void othersAreToldMeanwhile() throws Exception {
        try (Kiosk kiosk = kiosk(settled -> isStuckOn("17", settled))) {
            pay(kiosk, "17");
            assertEquals("17", next().order().orElseThrow());
            pay(kiosk, "18");
            pay(kiosk, "19");
            assertEquals("18", next().order().orElseThrow());
            assertEquals("19", next().order().orElseThrow());
            released.countDown();
        }
    }

    @Test
    void whatItWasToldIsToldAgainOnAnotherMachineAndTheLogSaysSo() throws Exception {
        try (Kiosk stuck = kiosk(settled -> isStuckOn("17", settled))) {
            pay(stuck, "17");
            assertFalse(next().isRepetition());
            try (Kiosk other = kiosk(heard::add)) {
                Settled again = next();
                assertEquals("17", again.order().orElseThrow());
                assertTrue(again.isRepetition());
                assertEquals(0, other.server().count("/push"));
                Events.until(() -> log.text().contains("for the order 17: another machine may tell that"));
            }
            released.countDown();
        }
    }

    // Both look at the journal at the same pace: the first one must not be the one that always finds it due.
    @Test
    void theMachineThatStillHasItLeavesItToTheOthers() throws Exception {
        BlockingQueue<Settled> elsewhere = new LinkedBlockingQueue<>();
        AtomicBoolean isOver = new AtomicBoolean();
        try (Kiosk stuck = kiosk(settled -> isStuckOn("17", settled))) {
            pay(stuck, "17");
            assertEquals("17", next().order().orElseThrow());
            CompletableFuture<Void> busy = CompletableFuture.runAsync(() -> {
                while (!isOver.get()) {
                    pay(stuck, "18");
                }
            });
            try (Kiosk other = kiosk(elsewhere::add)) {
                Events.until(() -> elsewhere.stream().anyMatch(settled -> isOf("17", settled)));
                assertTrue(other.flow().toString().contains("PaymentFlow"));
            } finally {
                isOver.set(true);
                busy.join();
            }
            assertTrue(heard.stream().noneMatch(settled -> isOf("17", settled)), "it was told beside itself");
            released.countDown();
        }
    }

    private static boolean isOf(String order, Settled settled) {
        return settled.order().orElse("").equals(order);
    }

    @Test
    void itIsNotToldAgainBesideItselfAndNotAfterItHasReturned() throws Exception {
        try (Kiosk kiosk = kiosk(settled -> isStuckOn("17", settled))) {
            pay(kiosk, "17");
            assertEquals("17", next().order().orElseThrow());
            // It counts as stuck after .4 s, and is due again a second later.
            TimeUnit.MILLISECONDS.sleep(1_600);
            pay(kiosk, "18");
            assertEquals("18", next().order().orElseThrow(), "it still has it");
            released.countDown();
            pay(kiosk, "19");
            assertEquals("19", next().order().orElseThrow(), "it has returned in the end");
            assertNull(heard.poll(1, TimeUnit.SECONDS));
        }
    }

    @Test
    void whereTooManyAreStuckTheLogSaysThatNoMoreIsTold() throws Exception {
        try (Kiosk kiosk = kiosk(settled -> isStuckOn("17", settled))) {
            pay(kiosk, "17");
            pay(kiosk, "17");
            Events.until(() -> log.text().contains("2 calls of onSettled have not returned"));
            released.countDown();
            pay(kiosk, "18");
            Events.until(() -> heard.stream().anyMatch(settled -> isOf("18", settled)));
        }
    }

    @Test
    void closingWaitsForItOnlyAWhile() throws Exception {
        Kiosk kiosk = kiosk(settled -> isStuckOn("17", settled));
        pay(kiosk, "17");
        next();
        long start = System.nanoTime();
        kiosk.close();
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 30);
        released.countDown();
    }

    @Test
    void aListenerMayCloseItsClient() throws Exception {
        AtomicReference<Kiosk> kiosk = new AtomicReference<>();
        BlockingQueue<Duration> took = new LinkedBlockingQueue<>();
        TellingLimits usual = TellingLimits.STANDARD;
        kiosk.set(Kiosk.open(setup -> setup.journal(journal)
                .listeners(new Listeners(
                        settled -> {
                            long start = System.nanoTime();
                            kiosk.get().flow().close();
                            took.add(Duration.ofNanos(System.nanoTime() - start));
                        },
                        null,
                        null,
                        usual))
                .reconciling(Reconciling.STANDARD.off())));
        pay(kiosk.get(), "17");
        Duration closing = took.poll(30, TimeUnit.SECONDS);
        assertTrue(closing != null && closing.toMillis() < 4_500, "it waits for itself, and took " + closing);
        kiosk.get().close();
        try (Kiosk other = kiosk(heard::add)) {
            assertNull(heard.poll(2, TimeUnit.SECONDS), "it was heard");
            assertTrue(other.flow().toString().contains("PaymentFlow"));
        }
    }
}
