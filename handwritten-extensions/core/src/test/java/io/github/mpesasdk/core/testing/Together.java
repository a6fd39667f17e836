package io.github.mpesasdk.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** 32 threads that do something at the same moment. */
public final class Together {

    /** How many they are. */
    public static final int THREADS = 32;

    private static final long PATIENCE_SECONDS = 180;

    private Together() {}

    /** What each of them does. */
    @FunctionalInterface
    public interface Task<T> {

        /** Does it on one thread, numbered from 0. */
        T on(int thread) throws Exception;
    }

    /** Does it on all of them, and gives what came of it in the order of their numbers. Throws what the first threw. */
    public static <T> List<T> run(Task<T> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Callable<T>> tasks = IntStream.range(0, THREADS)
                .<Callable<T>>mapToObj(thread -> () -> {
                    start.await();
                    return task.on(thread);
                })
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        } finally {
            threads.shutdownNow();
        }
    }
}
