package io.github.mpesasdk.core.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.core.testing.FakeClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CallbackDeskTest {

    private final FakeClock clock = new FakeClock();
    private final CallbackDesk<String> desk = new CallbackDesk<>(clock);

    @Test
    void aCallbackFindsWhoeverWaits() {
        CompletableFuture<String> waiting = desk.expect("a");
        CompletableFuture<String> other = desk.expect("b");

        assertTrue(desk.deliver("a", "paid"));

        assertEquals("paid", waiting.join());
        assertFalse(other.isDone());
    }

    @Test
    void aCallbackUnderAnUnknownSegmentIsNotGenuine() {
        assertFalse(desk.deliver("never given out", "paid"));
    }

    @Test
    void aCallbackThatOvertakesTheAnswerIsKeptForIt() {
        CompletableFuture<String> waiting = desk.expect("a");
        desk.deliver("a", "paid");

        desk.alias("a", "checkout-1");

        assertSame(waiting, desk.byAlias("checkout-1").orElseThrow());
        assertEquals("paid", desk.expect("a").join());
    }

    @Test
    void aRepetitionIsGenuineAndChangesNothing() {
        CompletableFuture<String> waiting = desk.expect("a");
        desk.deliver("a", "paid");

        assertTrue(desk.deliver("a", "failed"));
        assertEquals("paid", waiting.join());
    }

    @Test
    void whatIsNotTheLastWordIsGenuineAndLeavesTheWaitingGoOn() {
        CompletableFuture<String> waiting = desk.expect("a", word -> !word.equals("still waiting"));

        assertTrue(desk.deliver("a", "still waiting"));
        assertFalse(waiting.isDone());

        assertTrue(desk.deliver("a", "paid"));
        assertEquals("paid", waiting.join());
    }

    @Test
    void anAliasOfNothingIsNothing() {
        desk.alias("never given out", "checkout-1");

        assertEquals(Optional.empty(), desk.byAlias("checkout-1"));
        assertEquals(Optional.empty(), desk.byAlias("another"));
    }

    @Test
    void placesAreForgottenAfterADay() {
        CompletableFuture<String> first = desk.expect("a");
        desk.alias("a", "checkout-1");

        clock.advance(Duration.ofHours(24));
        assertSame(first, desk.expect("a"), "a whole day is within the time");
        CompletableFuture<String> younger = desk.expect("b");

        clock.advance(Duration.ofSeconds(1));
        assertFalse(desk.expect("c").isDone());
        assertFalse(desk.deliver("a", "paid"));
        assertEquals(Optional.empty(), desk.byAlias("checkout-1"));
        assertTrue(desk.deliver("b", "paid"), "the younger one stays");
        assertEquals("paid", younger.join());
    }

    @Test
    void whoeverHearsMayCallTheDeskAgain() {
        CompletableFuture<Boolean> fromAnotherThread = desk.expect("a")
                .thenApply(word -> CompletableFuture.supplyAsync(() -> desk.deliver("a", "again"))
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join());

        desk.deliver("a", "paid");

        assertTrue(fromAnotherThread.join());
    }
}
