package io.github.mpesasdk.core.flow;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.core.transport.Timer;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.JournalException;
import io.github.mpesasdk.journal.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Hands notices to the caller's listeners, at least once each: a notice is done when its listener has returned. One
 * that throws hears it again, later and later. What one that does not return has is told by another machine, and what
 * else is to be told does not wait for it. Thread-safe.
 */
final class Delivery implements Rounds.Work {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");
    // What is taken has to be told before its lease is over, and a listener may take its time.
    private static final int AT_ONCE = 1;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Book book;
    private final Listeners listeners;
    private final TellingLimits limits;
    private final Executor executor;
    private final Map<Long, Notice.Kind> underWay = new ConcurrentHashMap<>();
    private volatile Notice.@Nullable Kind last;
    private final ThreadLocal<Boolean> tells = new ThreadLocal<>();

    Delivery(Book book, Listeners listeners, Executor executor) {
        this.book = book;
        this.listeners = listeners;
        this.limits = listeners.limits();
        this.executor = executor;
    }

    /** Whether this thread is just now in a listener. */
    boolean tellsHere() {
        return Boolean.TRUE.equals(tells.get());
    }

    @Override
    public boolean round() {
        Set<Notice.Kind> kinds = kinds();
        List<Notice> notices =
                kinds.isEmpty() ? List.of() : book.notices(AT_ONCE, kinds, Set.copyOf(underWay.keySet()));
        notices.forEach(this::tell);
        return notices.size() == AT_ONCE;
    }

    // The kind that was told last comes last, so that many of one do not keep the others waiting.
    private Set<Notice.Kind> kinds() {
        List<Notice.Kind> kinds = new ArrayList<>(listeners.kinds());
        Collections.rotate(kinds, -(kinds.indexOf(last) + 1));
        kinds.removeIf(kind -> !hasRoom(kind));
        return new LinkedHashSet<>(kinds);
    }

    private boolean hasRoom(Notice.Kind kind) {
        return underWay.values().stream().filter(kind::equals).count() < limits.stuck();
    }

    private void tell(Notice notice) {
        last = notice.kind();
        underWay.put(notice.id(), notice.kind());
        Telling telling = new Telling(notice);
        try {
            executor.execute(telling);
        } catch (RejectedExecutionException closed) {
            telling.neverBegan();
            return;
        } catch (RuntimeException | Error noThread) {
            telling.neverBegan();
            throw noThread;
        }
        telling.await();
    }

    /** One notice on its way to a listener. */
    private final class Telling implements Runnable {

        private final Notice notice;
        private final CompletableFuture<Boolean> written = new CompletableFuture<>();
        private final Future<?> alarm;
        private volatile String thread = "";
        private boolean hasReturned;
        private boolean isLate;

        private Telling(Notice notice) {
            this.notice = notice;
            this.alarm = Timer.run(limits.most(), executor, this::tooLate);
        }

        private void neverBegan() {
            alarm.cancel(false);
            try {
                book.tellLater(notice, FIRST_PAUSE);
            } finally {
                underWay.remove(notice.id());
            }
        }

        @Override
        @SuppressWarnings("CatchingUnchecked") // Listeners in Kotlin throw checked exceptions, too.
        public void run() {
            boolean isHeard = false;
            thread = Thread.currentThread().getName();
            tells.set(true);
            try {
                listeners.tell(notice);
                isHeard = true;
            } catch (Exception | Error mistake) {
                LOG.log(
                        WARNING,
                        "a listener threw {0}; it is told again, for the {1}. time",
                        mistake.getClass().getName(),
                        notice.attempts() + 2);
            } finally {
                tells.remove();
                alarm.cancel(false);
            }
            write(returned(), isHeard);
        }

        private synchronized boolean returned() {
            hasReturned = true;
            return isLate;
        }

        private void write(boolean wasLate, boolean isHeard) {
            JournalException broken = null;
            try {
                if (isHeard) {
                    book.told(notice);
                } else if (!wasLate) {
                    book.tellLater(notice, pauseAfter(notice.attempts()));
                }
            } catch (JournalException away) {
                broken = away;
            } finally {
                // Not before it is written: a round in between would take it again.
                underWay.remove(notice.id());
            }
            if (broken == null) {
                written.complete(true);
            } else {
                written.completeExceptionally(broken);
            }
        }

        private synchronized void tooLate() {
            if (hasReturned) {
                return;
            }
            isLate = true;
            LOG.log(
                    WARNING,
                    "{0} has not returned after {1} seconds, on thread {2}{3}: another machine may tell that, and what"
                            + " comes next is told meanwhile",
                    Listeners.method(notice.kind()),
                    limits.most().toSeconds(),
                    thread,
                    subject(notice));
            if (!hasRoom(notice.kind())) {
                LOG.log(
                        WARNING,
                        "{0} calls of {1} have not returned: no more is told to it on this machine until one does",
                        limits.stuck(),
                        Listeners.method(notice.kind()));
            }
            try {
                book.tellLater(notice, pauseAfter(notice.attempts()));
            } catch (JournalException away) {
                LOG.log(WARNING, "a listener that is stuck is told again after its lease: {0}", away.getMessage());
            }
        }

        /** Lets the listener end, for a while. */
        private void await() {
            try {
                written.get(limits.alone().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException slow) {
                // The next notice does not wait for it.
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof JournalException away) {
                    throw away;
                }
                throw new IllegalStateException(failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String subject(Notice notice) {
        if (notice instanceof Notice.OfMoney money) {
            return ", for the receipt " + money.payment().receipt();
        }
        Optional<String> order = notice instanceof Notice.OfSettlement settlement
                ? settlement.settled().order()
                : ((Notice.OfPerson) notice).payment().order();
        return order.map(key -> ", for the order " + key).orElse("");
    }

    private static Duration pauseAfter(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 12));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
