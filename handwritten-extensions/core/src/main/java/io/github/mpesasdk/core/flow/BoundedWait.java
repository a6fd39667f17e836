package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.journal.JournalException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Waits for the journal, but not longer than a gateway waits for the answer to what it posted: a pool may hold a thread
 * for as long as it likes. The work itself goes on. Thread-safe.
 */
final class BoundedWait {

    // A callback is looked up and written: twice this, and less than the eight seconds of Safaricom.
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int MOST = 64;

    private final Executor executor;
    private final Semaphore room = new Semaphore(MOST);

    BoundedWait(Executor executor) {
        this.executor = executor;
    }

    /**
     * Does a piece of work.
     *
     * @throws JournalException if it fails, or is not done in time
     */
    <T> T on(Supplier<T> work) {
        long end = System.nanoTime() + LIMIT.toNanos();
        try {
            if (!room.tryAcquire(LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
                throw late(new TimeoutException(MOST + " threads wait for the journal"));
            }
            return start(work).get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            throw late(slow);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof JournalException away) {
                throw away;
            }
            throw failed.getCause() instanceof RuntimeException defect ? defect : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new JournalException("the thread that waited for the journal was interrupted", interrupted);
        }
    }

    private <T> CompletableFuture<T> start(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException failed) {
                done.completeExceptionally(failed);
            } finally {
                room.release();
            }
        };
        try {
            executor.execute(task);
        } catch (RejectedExecutionException closed) {
            Thread last = new Thread(task, "mpesa-journal");
            last.setDaemon(true);
            last.start();
        }
        return done;
    }

    private static JournalException late(TimeoutException slow) {
        return new JournalException("the journal did not answer within " + LIMIT.toSeconds() + " seconds", slow);
    }
}
