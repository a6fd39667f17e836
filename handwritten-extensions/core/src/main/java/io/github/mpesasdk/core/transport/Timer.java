package io.github.mpesasdk.core.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The SDK's own timer: one thread that only hands work over, so that no wait depends on the common pool of the JVM,
 * which others may keep busy.
 */
public final class Timer {

    private static final ScheduledThreadPoolExecutor TIMER =
            new ScheduledThreadPoolExecutor(1, task -> thread(task, "mpesa-timer"));

    static {
        TIMER.setRemoveOnCancelPolicy(true);
    }

    private Timer() {}

    /** Completes after a pause, on a thread of {@code executor}. */
    public static CompletableFuture<Void> after(Duration pause, Executor executor) {
        CompletableFuture<Void> rung = new CompletableFuture<>();
        var unused = run(pause, executor, () -> rung.complete(null));
        return rung;
    }

    /** Runs something after a pause, on a thread of {@code executor}; cancelling it frees the timer. */
    public static Future<?> run(Duration pause, Executor executor, Runnable task) {
        return TIMER.schedule(() -> hand(task, executor), TimeUnit.NANOSECONDS.convert(pause), TimeUnit.NANOSECONDS);
    }

    private static void hand(Runnable task, Executor executor) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException closed) {
            // The client was closed meanwhile; what waits must hear of it all the same, and may take its time.
            thread(task, "mpesa-late").start();
        } catch (RuntimeException | Error noThread) {
            // Such as no memory for a thread, which may be better in a moment.
            var unused = TIMER.schedule(() -> hand(task, executor), 1, TimeUnit.SECONDS);
        }
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
