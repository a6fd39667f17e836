package io.github.mpesasdk;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a request that moves nothing is sent again. Payments never come here.
 *
 * @param attempts how often it is sent at most, the first time included; 1 means never again
 * @param firstPause pause before the second attempt; each further pause doubles
 * @param longestPause upper bound of a pause, also of one that the gateway asks for
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {

    private static final Duration MOST = Duration.ofDays(1);

    /** Three attempts, half a second apart at first, eight seconds at most. */
    public static final RetryPolicy STANDARD = new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(8));

    /** One attempt. */
    public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

    public RetryPolicy {
        if (attempts < 1
                || firstPause.isNegative()
                || longestPause.isNegative()
                || firstPause.compareTo(MOST) > 0
                || longestPause.compareTo(MOST) > 0) {
            throw new InvalidInputException(
                    "RetryPolicy",
                    "attempts, firstPause, longestPause",
                    "must be at least 1, and pauses of 0 to a day");
        }
    }

    /**
     * The pause before the next attempt, or empty if there is none.
     *
     * @param made attempts made so far
     * @param retryAfter what the gateway asked for; a longer wish than {@code longestPause} ends the attempts
     */
    public Optional<Duration> pauseAfter(int made, @Nullable Duration retryAfter, RandomGenerator random) {
        if (made >= attempts) {
            return Optional.empty();
        }
        if (retryAfter != null) {
            return retryAfter.compareTo(longestPause) > 0 ? Optional.empty() : Optional.of(retryAfter);
        }
        Duration doubled = firstPause.multipliedBy(1L << Math.min(made - 1, 20));
        Duration pause = doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
        // Half of it at random, so that many clients do not come back in step.
        long half = pause.toNanos() / 2;
        return Optional.of(Duration.ofNanos(half + (long) (random.nextDouble() * half)));
    }
}
