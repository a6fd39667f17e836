package io.github.mpesasdk.sandbox;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that send callbacks: one timer that wakes, and those that send. Each tenant has one of its own, and 15 at
 * most of the 240 that all tenants share. So however many receivers never answer, the next tenant's callback is sent at
 * once, and a tenant waits for itself alone.
 */
final class CallbackThreads implements AutoCloseable {

    static final int SHARED = 240;
    static final int MOST_SHARED_OF_TENANT = 15;

    private static final long IDLE_SECONDS = 10;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(daemon("timer"));
    private final Semaphore shared = new Semaphore(SHARED);

    /** Bounded by what tenants take of it. */
    private final ExecutorService workers = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), daemon("worker"));

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
        private boolean ownIsBusy;
        private int takenOfShared;

        @Override
        public synchronized void execute(Runnable task) {
            waiting.add(task);
            start();
        }

        private synchronized void start() {
            while (!workers.isShutdown() && !waiting.isEmpty()) {
                if (!ownIsBusy) {
                    ownIsBusy = true;
                    run(waiting.remove(), () -> ownIsBusy = false);
                } else if (takenOfShared < MOST_SHARED_OF_TENANT && shared.tryAcquire()) {
                    takenOfShared++;
                    run(waiting.remove(), () -> {
                        takenOfShared--;
                        shared.release();
                    });
                } else {
                    return; // The tenant's own thread looks again when it has ended, so nothing is forgotten.
                }
            }
        }

        private void run(Runnable task, Runnable giveBack) {
            workers.execute(() -> {
                try {
                    task.run();
                } finally {
                    end(giveBack);
                }
            });
        }

        private synchronized void end(Runnable giveBack) {
            giveBack.run();
            start();
        }
    }
}
