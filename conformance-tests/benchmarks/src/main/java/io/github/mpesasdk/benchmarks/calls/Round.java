package io.github.mpesasdk.benchmarks.calls;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one round of one variant brought.
 *
 * @param perSecond calls a second, of all threads together
 * @param medianMicros the time of a call that as many were slower than faster
 * @param bytes what a call allocated, on the callers' threads
 */
record Round(double perSecond, double medianMicros, double bytes) {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private record Share(long[] nanos, long allocated) {}

    /** Calls for a while on some threads. */
    static Round of(Variant variant, int threads, Duration length) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            long end = start + length.toNanos();
            List<Callable<Share>> callers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                callers.add(() -> share(variant, end));
            }
            List<Share> shares = new ArrayList<>();
            for (Future<Share> share : pool.invokeAll(callers)) {
                shares.add(share.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long[] nanos = shares.stream()
                    .flatMapToLong(share -> Arrays.stream(share.nanos()))
                    .sorted()
                    .toArray();
            long allocated = shares.stream().mapToLong(Share::allocated).sum();
            return new Round(nanos.length / seconds, nanos[nanos.length / 2] / 1e3, (double) allocated / nanos.length);
        } finally {
            pool.shutdown();
        }
    }

    private static Share share(Variant variant, long end) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] nanos = new long[1 << 17];
        int calls = 0;
        long before = threads.getCurrentThreadAllocatedBytes();
        long now = System.nanoTime();
        while (now < end && calls < nanos.length) {
            variant.push(NUMBERS.incrementAndGet());
            long then = System.nanoTime();
            nanos[calls++] = then - now;
            now = then;
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        return new Share(Arrays.copyOf(nanos, calls), allocated);
    }
}
