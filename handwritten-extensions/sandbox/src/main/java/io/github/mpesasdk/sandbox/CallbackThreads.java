package io.github.mpesasdk.sandbox;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that send callbacks: one timer that wakes, and 256 at most that send, of which a tenant has 16 at a time.
 * So a tenant whose receiver never answers waits for itself, and for nobody else.
 */
final class CallbackThreads implements AutoCloseable {

    private static final int MOST = 256;
    private static final int MOST_OF_TENANT = 16;
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

    /** Threads for the markets of one tenant. */
    Executor ofTenant() {
        return new Share();
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

    /** What a tenant has of the threads; what is more waits here. */
    private final class Share implements Executor {

        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;

        @Override
        public synchronized void execute(Runnable task) {
            waiting.add(task);
            start();
        }

        private synchronized void start() {
            while (running < MOST_OF_TENANT && !waiting.isEmpty()) {
                Runnable task = waiting.remove();
                running++;
                workers.execute(() -> {
                    try {
                        task.run();
                    } finally {
                        end();
                    }
                });
            }
        }

        private synchronized void end() {
            running--;
            if (!workers.isShutdown()) {
                start();
            }
        }
    }
}
