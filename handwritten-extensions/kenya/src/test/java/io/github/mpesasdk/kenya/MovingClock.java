package io.github.mpesasdk.kenya;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that tests push forward. */
final class MovingClock extends Clock {

    private final Clock base;
    private volatile Duration ahead = Duration.ZERO;

    MovingClock(Clock base) {
        this.base = base;
    }

    void move(Duration by) {
        ahead = by;
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovingClock(base.withZone(zone));
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }
}
