package io.github.mpesasdk.sandbox.bounds;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;

/**
 * What was put in last: 10,000 entries at most, and fewer where they are long. The entry that was put in first makes
 * room. A caller who sends without end therefore fills no memory. Safe for use by several threads.
 *
 * @param <K> a key
 * @param <V> a value
 */
public final class LatestMap<K, V> {

    /** How many entries there are at most. */
    public static final int MOST = 10_000;

    private static final long MOST_CHARACTERS = 20_000_000;

    private final int most;
    private final long mostCharacters;
    private final ToIntBiFunction<K, V> length;
    private final Map<K, V> entries = new LinkedHashMap<>();
    private long characters;

    /** One without entries, whose entries are so many characters long. */
    public LatestMap(ToIntBiFunction<K, V> length) {
        this(MOST, MOST_CHARACTERS, length);
    }

    /** One that keeps fewer entries than the usual 10,000. */
    public LatestMap(int most, ToIntBiFunction<K, V> length) {
        this(most, MOST_CHARACTERS, length);
    }

    LatestMap(int most, long mostCharacters, ToIntBiFunction<K, V> length) {
        this.most = most;
        this.mostCharacters = mostCharacters;
        this.length = length;
    }

    /** The value of a key. */
    public synchronized Optional<V> get(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Puts an entry in, as the last one. */
    public synchronized void put(K key, V value) {
        remove(key);
        entries.put(key, value);
        characters += length.applyAsInt(key, value);
        makeRoom();
    }

    /** The value of a key, which is put in if there is none. */
    public synchronized V getOrPut(K key, Supplier<V> value) {
        V known = entries.get(key);
        if (known != null) {
            return known;
        }
        V fresh = value.get();
        put(key, fresh);
        return fresh;
    }

    /** Puts an entry in if the key has none; whether it had none. */
    public synchronized boolean putIfAbsent(K key, V value) {
        boolean absent = !entries.containsKey(key);
        if (absent) {
            put(key, value);
        }
        return absent;
    }

    /** Changes the value of a key, if it is still the one; whether it was. The entry keeps its age. */
    public synchronized boolean replace(K key, V old, V value) {
        boolean known = Objects.equals(entries.get(key), old);
        if (known) {
            entries.put(key, value);
            characters += length.applyAsInt(key, value) - length.applyAsInt(key, old);
        }
        return known;
    }

    /** Takes an entry out, if its value is still the one; whether it was. */
    public synchronized boolean remove(K key, V value) {
        boolean known = Objects.equals(entries.get(key), value);
        if (known) {
            remove(key);
        }
        return known;
    }

    /** The values, the one that was put in first at the beginning. */
    public synchronized List<V> values() {
        return List.copyOf(entries.values());
    }

    /** Takes everything out. */
    public synchronized void clear() {
        entries.clear();
        characters = 0;
    }

    private void remove(K key) {
        V gone = entries.remove(key);
        if (gone != null) {
            characters -= length.applyAsInt(key, gone);
        }
    }

    private void makeRoom() {
        Iterator<Map.Entry<K, V>> oldest = entries.entrySet().iterator();
        int left = entries.size();
        while (left > most || (characters > mostCharacters && left > 1)) {
            Map.Entry<K, V> entry = oldest.next();
            characters -= length.applyAsInt(entry.getKey(), entry.getValue());
            oldest.remove();
            left--;
        }
    }
}
