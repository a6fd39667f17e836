package io.github.mpesasdk.core.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Where callbacks meet those who wait for them. Every request that promises a callback leaves a random segment in its
 * callback address; a callback that arrives under that segment is genuine, because nobody else knows it. Waiting places
 * are forgotten after a day. Thread-safe.
 *
 * @param <E> what a decoded callback is
 */
public final class CallbackDesk<E> {

    /** Operators deliver within minutes; a day leaves room for their worst one. */
    static final Duration KEPT = Duration.ofHours(24);

    private record Place<E>(Instant since, Predicate<? super E> isLastWord, CompletableFuture<E> callback) {}

    private final Clock clock;
    private final Map<String, Place<E>> bySegment = new LinkedHashMap<>();
    private final Map<String, String> segmentByAlias = new LinkedHashMap<>();

    public CallbackDesk(Clock clock) {
        this.clock = clock;
    }

    /** The future callback of a segment. Call it before the request is sent: callbacks can overtake answers. */
    public CompletableFuture<E> expect(String segment) {
        return expect(segment, event -> true);
    }

    /**
     * The same for a segment under which more than one callback may arrive: those that are not the last word, such as
     * "still waiting", complete nothing.
     */
    public synchronized CompletableFuture<E> expect(String segment, Predicate<? super E> isLastWord) {
        forgetOld();
        return bySegment
                .computeIfAbsent(segment, key -> new Place<>(clock.instant(), isLastWord, new CompletableFuture<>()))
                .callback();
    }

    /** Gives a segment a second name, such as an id that the gateway answered. */
    public synchronized void alias(String segment, String alias) {
        if (bySegment.containsKey(segment)) {
            segmentByAlias.put(alias, segment);
        }
    }

    /** The future callback under a second name; empty if this desk never heard of it. */
    public synchronized Optional<CompletableFuture<E>> byAlias(String alias) {
        return Optional.ofNullable(segmentByAlias.get(alias))
                .map(bySegment::get)
                .map(Place::callback);
    }

    /**
     * Delivers a callback. A later one under the same segment is a repetition and changes nothing.
     *
     * @return whether the segment is known, which proves the origin
     */
    public boolean deliver(String segment, E event) {
        Place<E> place;
        synchronized (this) {
            place = bySegment.get(segment);
        }
        if (place == null) {
            return false;
        }
        if (place.isLastWord().test(event)) {
            // Outside the lock: whoever waits may call the desk again.
            place.callback().complete(event);
        }
        return true;
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(KEPT);
        Iterator<Place<E>> places = bySegment.values().iterator();
        boolean forgot = false;
        while (places.hasNext() && places.next().since().isBefore(oldest)) {
            places.remove();
            forgot = true;
        }
        if (forgot) {
            segmentByAlias.values().removeIf(segment -> !bySegment.containsKey(segment));
        }
    }
}
