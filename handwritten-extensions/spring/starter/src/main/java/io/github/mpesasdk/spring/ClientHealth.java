package io.github.mpesasdk.spring;

import io.github.mpesasdk.MpesaException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether a gateway gives this client a token. Asked once a minute at most, and never by two threads at once. */
final class ClientHealth implements HealthIndicator {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ManagedClient<?, ?, ?> client;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;

    ClientHealth(ManagedClient<?, ?, ?> client) {
        this.client = client;
    }

    private record Known(Health health, long nanos) {

        boolean isFresh() {
            return System.nanoTime() - nanos < FRESH.toNanos();
        }
    }

    @Override
    public Health health() {
        Known last = known;
        if (last != null && last.isFresh()) {
            return last.health();
        }
        // A request that comes while another asks gets what was known before, and does not wait for a slow gateway as
        // well.
        if (!asking.tryLock()) {
            return last != null ? last.health() : Health.unknown().build();
        }
        try {
            Health asked = ask();
            known = new Known(asked, System.nanoTime());
            return asked;
        } finally {
            asking.unlock();
        }
    }

    private Health ask() {
        Health.Builder health = Health.up();
        try {
            client.verify();
        } catch (MpesaException failure) {
            health = Health.down()
                    .withDetail("error", failure.getClass().getSimpleName())
                    .withDetail("message", String.valueOf(failure.getMessage()));
        }
        return health.withDetail("checkedAt", Instant.now().toString()).build();
    }
}
