package io.github.mpesasdk.core.token;

import io.github.mpesasdk.AccessToken;
import java.time.Duration;
import java.time.Instant;

/**
 * A token in memory. Two clocks watch it, and the first that says so ends it: the caller's, which may be set back, and
 * the one that counts since the machine started, which stands still while it sleeps.
 *
 * @param seenAt when this process first had it, by the clock that is never set
 * @param lifeLeft how long it had to live then
 */
record HeldToken(AccessToken token, long seenAt, Duration lifeLeft) {

    static HeldToken of(AccessToken token, Instant now, long nanoTime) {
        return new HeldToken(token, nanoTime, Duration.between(now, token.expiresAt()));
    }

    /** Whether it has more than a margin to live, and not more than any token may have. */
    boolean livesBetween(Duration margin, Duration most, Instant now, long nanoTime) {
        Duration left = Duration.between(now, token.expiresAt());
        return left.compareTo(margin) > 0
                && left.compareTo(most) <= 0
                && lifeLeft.minus(heldFor(nanoTime)).compareTo(margin) > 0;
    }

    /** How long this process has had it. */
    Duration heldFor(long nanoTime) {
        return Duration.ofNanos(nanoTime - seenAt);
    }
}
