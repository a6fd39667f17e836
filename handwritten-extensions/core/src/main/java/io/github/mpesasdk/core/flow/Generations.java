package io.github.mpesasdk.core.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A map that forgets, at a cost that does not depend on its size: a young and an old half, and from time to time the
 * old half goes as a whole. What is put stays for at least half of the life and at most all of it, unless more than
 * {@code most} come within a half. Thread-safe.
 */
final class Generations<V> {

    private final Clock clock;
    private final Duration half;
    private final int most;
    private Instant turn;
    private Map<String, V> young = new HashMap<>();
    private Map<String, V> old = new HashMap<>();

    Generations(Clock clock, Duration life, int most) {
        this.clock = clock;
        this.half = life.dividedBy(2);
        this.most = most;
        this.turn = clock.instant();
    }

    synchronized void put(String key, V value) {
        age();
        old.remove(key);
        young.put(key, value);
    }

    /** Puts a value unless there is one; answers the one that was there. */
    synchronized Optional<V> putIfAbsent(String key, V value) {
        age();
        V there = find(key);
        if (there == null) {
            young.put(key, value);
        }
        return Optional.ofNullable(there);
    }

    synchronized Optional<V> get(String key) {
        age();
        return Optional.ofNullable(find(key));
    }

    synchronized void remove(String key, V value) {
        young.remove(key, value);
        old.remove(key, value);
    }

    private @Nullable V find(String key) {
        V value = young.get(key);
        return value != null ? value : old.get(key);
    }

    private void age() {
        Duration since = Duration.between(turn, clock.instant());
        // A clock set back must not stop the ageing.
        if (since.isNegative()) {
            turn = clock.instant();
        }
        if (since.compareTo(half) >= 0 || young.size() >= most) {
            boolean bothAreOld = since.compareTo(half.multipliedBy(2)) >= 0;
            old = bothAreOld ? new HashMap<>() : young;
            young = new HashMap<>();
            turn = clock.instant();
        }
    }
}
