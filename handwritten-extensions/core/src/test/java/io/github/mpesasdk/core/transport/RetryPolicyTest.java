package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.RetryPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final RetryPolicy POLICY = new RetryPolicy(5, Duration.ofMillis(100), Duration.ofMillis(500));
    private final Random random = new Random(7);

    private Duration pause(int made) {
        return POLICY.pauseAfter(made, null, random).orElseThrow();
    }

    @Test
    void pausesGrowWithSomeChanceInThemUpToTheLongest() {
        IntStream.range(0, 100).forEach(round -> {
            assertTrue(isBetween(pause(1), 50, 100));
            assertTrue(isBetween(pause(2), 100, 200));
            assertTrue(isBetween(pause(4), 250, 500));
        });
    }

    private static boolean isBetween(Duration pause, long fromMillis, long toMillis) {
        return pause.compareTo(Duration.ofMillis(fromMillis)) >= 0 && pause.compareTo(Duration.ofMillis(toMillis)) <= 0;
    }

    @Test
    void endsAfterTheLastAttempt() {
        assertEquals(Optional.empty(), POLICY.pauseAfter(5, null, random));
        assertEquals(Optional.empty(), POLICY.pauseAfter(5, Duration.ZERO, random));
        assertEquals(Optional.empty(), RetryPolicy.NONE.pauseAfter(1, null, random));
    }

    @Test
    void doesWhatTheGatewayAsksForWithinReason() {
        assertEquals(Optional.of(Duration.ofMillis(400)), POLICY.pauseAfter(1, Duration.ofMillis(400), random));
        assertEquals(Optional.of(Duration.ZERO), POLICY.pauseAfter(1, Duration.ZERO, random));
        assertEquals(Optional.empty(), POLICY.pauseAfter(1, Duration.ofSeconds(60), random));
    }

    @Test
    void aGreatManyAttemptsOverflowNothing() {
        RetryPolicy endless = new RetryPolicy(Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofSeconds(8));

        assertTrue(isBetween(endless.pauseAfter(1_000_000, null, random).orElseThrow(), 4_000, 8_000));
    }
}
