package io.github.mpesasdk.journal;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What listeners have to hear, in memory. What a listener asks for is kept until it has heard it, and refused when
 * there is too much; what nobody asks for goes after a day, or when there is too much, and the log says so. Used under
 * the lock of its book.
 */
final class MemoryNotices {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");
    private static final Duration LIFE = Duration.ofDays(1);
    private static final Duration SWEEP_EVERY = Duration.ofHours(1);

    private final Clock clock;
    private final int most;
    private final Map<Notice.Kind, Deque<Waiting>> notices = new EnumMap<>(Notice.Kind.class);
    private final Set<Notice.Kind> asked = EnumSet.noneOf(Notice.Kind.class);
    private Instant nextSweep;

    MemoryNotices(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
        this.nextSweep = clock.instant().plus(SWEEP_EVERY);
    }

    private record Waiting(Notice notice, Instant from, Instant since) {}

    void add(Notice notice, Instant from) {
        waiting(notice.kind()).add(new Waiting(notice, from, clock.instant()));
    }

    /** What nobody could be told of must not be taken for kept. */
    void requireRoom(Notice.Kind kind) {
        Instant now = clock.instant();
        if (now.isAfter(nextSweep)) {
            nextSweep = now.plus(SWEEP_EVERY);
            for (Notice.Kind each : Notice.Kind.values()) {
                forgetOld(each, now.minus(LIFE));
            }
        }
        if (waiting(kind).size() < most) {
            return;
        }
        if (asked.contains(kind)) {
            throw new JournalException(
                    most + " notices wait for a listener in memory, and no more can be kept",
                    new IllegalStateException("full"));
        }
        int lot = Math.max(1, most / 10);
        for (int i = 0; i < lot; i++) {
            waiting(kind).remove();
        }
        warn(kind, lot);
    }

    private void forgetOld(Notice.Kind kind, Instant before) {
        int all = waiting(kind).size();
        if (!asked.contains(kind)) {
            waiting(kind).removeIf(waiting -> waiting.since().isBefore(before));
            warn(kind, all - waiting(kind).size());
        }
    }

    private static void warn(Notice.Kind kind, int count) {
        if (count > 0) {
            LOG.log(
                    WARNING,
                    "the journal in memory has forgotten {0} notices of the kind {1} for which there is no listener",
                    count,
                    kind);
        }
    }

    /** Takes out what fits; answers whether there was anything. */
    boolean withdraw(Notice.Kind kind, Predicate<? super Notice> fits) {
        return waiting(kind).removeIf(waiting -> fits.test(waiting.notice()));
    }

    List<Notice> take(int most, Set<Notice.Kind> kinds, Set<Long> underWay) {
        asked.addAll(kinds);
        Instant now = clock.instant();
        List<Notice> taken = new ArrayList<>();
        kinds.forEach(kind -> waiting(kind)
                .removeIf(waiting -> taken.size() < most
                        && !waiting.from().isAfter(now)
                        && !underWay.contains(waiting.notice().id())
                        && taken.add(waiting.notice())));
        return taken;
    }

    private Deque<Waiting> waiting(Notice.Kind kind) {
        return notices.computeIfAbsent(kind, first -> new ArrayDeque<>());
    }
}
