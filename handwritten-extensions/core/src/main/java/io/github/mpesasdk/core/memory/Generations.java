package io.github.mpesasdk.core.memory;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A map that forgets, at a cost that does not depend on its size: a young and an old half, and from time to time the
 * old half goes as a whole. What is put stays for at least half of the life and at most all of it, unless more than
 * {@code most} come within a half. Thread-safe.
 */
public final class Generations<K, V> {

    private final Clock clock;
    private final long half;
    private final int most;
    private long turn;
    private Map<K, V> young = new HashMap<>();
    private Map<K, V> old = new HashMap<>();

    /**
     * A map that forgets.
     *
     * @param life how long what is put stays at most
     * @param most how many come within half a life before it goes early
     */
    public Generations(Clock clock, Duration life, int most) {
        this.clock = clock;
        this.half = life.dividedBy(2).toMillis();
        this.most = most;
        this.turn = clock.millis();
    }

    /** Puts a value, in the place of another one. */
    public synchronized void put(K key, V value) {
        age();
        old.remove(key);
        young.put(key, value);
    }

    /** Puts a value unless there is one; answers the one that was there. */
    public synchronized Optional<V> putIfAbsent(K key, V value) {
        age();
        V aged = old.get(key);
        return Optional.ofNullable(aged != null ? aged : young.putIfAbsent(key, value));
    }

    /** The value of a key. */
    public synchronized Optional<V> get(K key) {
        age();
        return Optional.ofNullable(find(key));
    }

    /** Removes a value, if it is still this one. */
    public void remove(K key, V value) {
        var unused = removed(key, value);
    }

    /** The same; says whether it was there, to one caller alone. */
    public synchronized boolean removed(K key, V value) {
        boolean wasYoung = young.remove(key, value);
        return old.remove(key, value) || wasYoung;
    }

    private @Nullable V find(K key) {
        V value = young.get(key);
        return value != null ? value : old.get(key);
    }

    private void age() {
        long now = clock.millis();
        long since = now - turn;
        // A clock set back must not stop the ageing.
        if (since < 0) {
            turn = now;
        }
        if (since >= half || young.size() >= most) {
            boolean bothAreOld = since >= 2 * half;
            old = bothAreOld ? new HashMap<>() : young;
            young = new HashMap<>();
            turn = now;
        }
    }
}
