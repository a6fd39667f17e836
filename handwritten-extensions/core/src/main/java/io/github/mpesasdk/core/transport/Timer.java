package io.github.mpesasdk.core.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The SDK's own timer: one thread that only hands work over, so that no wait depends on the common pool of the JVM,
 * which others may keep busy.
 */
public final class Timer {

    private static final ScheduledThreadPoolExecutor TIMER = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "mpesa-timer");
        thread.setDaemon(true);
        return thread;
    });

    static {
        TIMER.setRemoveOnCancelPolicy(true);
    }

    private Timer() {}

    /** Completes after a pause, on a thread of {@code executor}; cancelling it frees the timer. */
    public static CompletableFuture<Void> after(Duration pause, Executor executor) {
        CompletableFuture<Void> rung = new CompletableFuture<>();
        var task = TIMER.schedule(
                () -> hand(rung, executor), TimeUnit.NANOSECONDS.convert(pause), TimeUnit.NANOSECONDS);
        rung.whenComplete((nothing, cancelled) -> task.cancel(false));
        return rung;
    }

    private static void hand(CompletableFuture<Void> rung, Executor executor) {
        try {
            executor.execute(() -> rung.complete(null));
        } catch (RuntimeException closed) {
            // The client was closed meanwhile; whoever waits must hear of it all the same.
            rung.complete(null);
        }
    }
}
