package io.github.mpesasdk.sandbox;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that send callbacks, for all tenants together: one timer that wakes, and 64 at most that send. */
final class CallbackThreads implements AutoCloseable {

    private static final int MOST = 64;
    private static final long IDLE_SECONDS = 10;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(daemon("timer"));
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            MOST, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemon("worker"));

    CallbackThreads() {
        workers.allowCoreThreadTimeOut(true);
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    ExecutorService workers() {
        return workers;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
    }

    private static ThreadFactory daemon(String role) {
        return task -> {
            Thread thread = new Thread(task, "mpesa-sandbox-" + role);
            thread.setDaemon(true);
            return thread;
        };
    }
}
