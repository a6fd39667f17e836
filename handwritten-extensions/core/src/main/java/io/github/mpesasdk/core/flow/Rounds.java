package io.github.mpesasdk.core.flow;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.NotJournaledException;
import io.github.mpesasdk.core.transport.Timer;
import io.github.mpesasdk.journal.JournalException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Does a piece of work again and again, with pauses of about the same length, never twice at once, on a thread of the
 * client. If the work fails, the pauses grow. Thread-safe.
 */
final class Rounds {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    // Not RandomGenerator.getDefault(), which an image made by jlink lacks.
    private static final Random RANDOM = new Random();

    private final String name;
    private final Executor executor;
    private final Duration pause;
    private final Work work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rests = lock.newCondition();
    private boolean runs;
    private boolean isWanted;
    private boolean isClosed;
    private int failures;
    private @Nullable Thread runner;
    private @Nullable Future<?> next;

    /** What is done in a round. */
    interface Work {
        /** Answers whether there is more to do at once. */
        boolean round();
    }

    Rounds(String name, Executor executor, Duration pause, Work work) {
        this.name = name;
        this.executor = executor;
        this.pause = pause;
        this.work = work;
    }

    /** Does the work now, or once more after the round that is on. */
    void soon() {
        lock.lock();
        try {
            if (isClosed) {
                return;
            }
            isWanted = true;
            if (!runs) {
                start();
            }
        } finally {
            lock.unlock();
        }
    }

    // Where there is no thread for it now, there will be one later: nobody would see that the rounds have ended.
    private void start() {
        runs = true;
        try {
            executor.execute(this::run);
        } catch (RuntimeException | Error noThread) {
            runs = false;
            failed(noThread.getClass().getName());
            restart();
        }
    }

    private void restart() {
        if (next != null) {
            next.cancel(false);
        }
        next = Timer.run(pauseNow(), executor, this::soon);
    }

    private void run() {
        lock.lock();
        try {
            runner = Thread.currentThread();
        } finally {
            lock.unlock();
        }
        do {
            boolean hasMore = once();
            lock.lock();
            try {
                isWanted |= hasMore;
            } finally {
                lock.unlock();
            }
        } while (goesOn());
    }

    private boolean goesOn() {
        lock.lock();
        try {
            if (isWanted && failures == 0 && !isClosed) {
                isWanted = false;
                return true;
            }
            runs = false;
            runner = null;
            rests.signalAll();
            if (!isClosed) {
                restart();
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    // Machines that start together must not keep step: one that cannot do the work would always be before one that can.
    private Duration pauseNow() {
        Duration longer = pause.multipliedBy(1L << Math.min(failures, 10));
        Duration most = longer.compareTo(LONGEST_PAUSE) < 0 || failures == 0 ? longer : LONGEST_PAUSE;
        return Duration.ofNanos((long) (most.toNanos() * (0.8 + 0.4 * RANDOM.nextDouble())));
    }

    @SuppressWarnings("CatchingUnchecked") // A round that fails must not be the last one.
    private boolean once() {
        try {
            boolean hasMore = work.round();
            failures = 0;
            return hasMore;
        } catch (JournalException | NotJournaledException away) {
            failed(String.valueOf(away.getMessage()));
        } catch (Exception | Error defect) {
            failed(defect.getClass().getName());
        }
        return false;
    }

    private void failed(String why) {
        if (failures++ == 0) {
            LOG.log(WARNING, "{0} does not work just now, and is tried again: {1}", name, why);
        }
    }

    /** No more rounds; lets the one that is on come to its end, for a while, unless this is called in it. */
    void close(Duration limit) {
        lock.lock();
        try {
            isClosed = true;
            if (next != null) {
                next.cancel(false);
            }
            long left = TimeUnit.NANOSECONDS.convert(limit);
            while (runs && runner != Thread.currentThread() && left > 0) {
                left = rests.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
