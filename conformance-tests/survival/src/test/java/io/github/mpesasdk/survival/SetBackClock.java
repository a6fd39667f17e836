package io.github.mpesasdk.survival;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The gateway's clock, which can be set back for a while: what happens meanwhile happened some time ago. */
final class SetBackClock extends Clock {

    private volatile Duration back = Duration.ZERO;

    void setBack(Duration by) {
        back = by;
    }

    @Override
    public Instant instant() {
        return Instant.now().minus(back);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
