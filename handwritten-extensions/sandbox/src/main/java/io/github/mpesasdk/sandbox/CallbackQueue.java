package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.market.Callback;
import io.github.mpesasdk.sandbox.market.Callbacks;
import io.github.mpesasdk.sandbox.market.Delay;
import io.github.mpesasdk.sandbox.market.ReplyCheck;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Sends callbacks on time. A timer wakes, workers send, so that one slow receiver delays nobody else. */
final class CallbackQueue implements Callbacks, AutoCloseable {

    private static final Duration RECEIVER_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RESET_PATIENCE = Duration.ofSeconds(1);

    /** Made for the first callback, because it reads the trust store of the machine. */
    private @Nullable HttpClient client;

    private final Couriers couriers;
    private final Clock clock;
    private final Duration lateness;
    private final Journal journal;

    /** Counts resets. A task of an earlier generation neither runs nor reports. */
    private long generation;

    private int unfinished;
    private int running;

    CallbackQueue(Couriers couriers, Clock clock, Duration lateness, Journal journal) {
        this.couriers = couriers;
        this.clock = clock;
        this.lateness = lateness;
        this.journal = journal;
    }

    @Override
    public void settle(Set<Fault> faults, Delay delay, Runnable settlement) {
        if (faults.contains(Fault.EARLY_CALLBACK)) {
            settlement.run();
        } else {
            later(delay, settlement);
        }
    }

    @Override
    public void post(Callback callback, Set<Fault> faults, ReplyCheck reply) {
        if (faults.contains(Fault.LOST_CALLBACK)) {
            report(callback, Delivery.Outcome.LOST, 0, List.of());
            return;
        }
        Callback told = callback.struck(faults);
        int times = faults.contains(Fault.TRIPLE_CALLBACK) ? 3 : faults.contains(Fault.DUPLICATE_CALLBACK) ? 2 : 1;
        Runnable send = () -> {
            for (int i = 0; i < times; i++) {
                send(told, RECEIVER_TIMEOUT, reply);
            }
        };
        if (faults.contains(Fault.LATE_CALLBACK)) {
            later(Delay.of(lateness), send);
        } else {
            send.run();
        }
    }

    @Override
    public Optional<String> ask(String operationId, String url, String body, Duration timeout) {
        return send(Callback.json(operationId, url, body), timeout, ReplyCheck.none())
                .filter(answer -> answer.statusCode() == 200)
                .map(HttpResponse::body);
    }

    /** Waits until nothing is scheduled or being sent. */
    synchronized boolean await(Duration timeout) {
        return until(() -> unfinished == 0, timeout);
    }

    /** Forgets whatever is scheduled, and lets what is being sent end first, so that it reports to the old story. */
    synchronized void reset() {
        generation++;
        unfinished = 0;
        until(() -> running == 0, RESET_PATIENCE);
    }

    @Override
    public synchronized void close() {
        generation++;
    }

    private synchronized boolean until(BooleanSupplier reached, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        try {
            while (!reached.getAsBoolean()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void later(Delay delay, Runnable task) {
        long born = generation;
        unfinished++;
        AtomicBoolean begun = new AtomicBoolean();
        Runnable run = () -> {
            if (begun.compareAndSet(false, true)) {
                try {
                    runIfCurrent(born, task);
                } finally {
                    finished(born);
                }
            }
        };
        CompletableFuture<?> unused = delay.sooner().thenRun(() -> after(delay.least(), born, run));
        after(delay.least().plus(delay.patience()), born, run);
    }

    private void after(Duration delay, long born, Runnable run) {
        try {
            ScheduledFuture<?> unused = couriers.timer()
                    .schedule(() -> couriers.workers().execute(run), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            finished(born); // The sandbox is closing; nobody waits for this callback any more.
        }
    }

    private Optional<HttpResponse<String>> send(Callback callback, Duration timeout, ReplyCheck reply) {
        URI address;
        try {
            address = URI.create(callback.url());
        } catch (IllegalArgumentException e) {
            report(callback, Delivery.Outcome.UNDELIVERABLE, 0, List.of());
            return Optional.empty();
        }
        if (!Loopback.is(address)) {
            boolean mail = "mailto".equals(address.getScheme());
            report(callback, mail ? Delivery.Outcome.MAIL : Delivery.Outcome.UNDELIVERABLE, 0, List.of());
            return Optional.empty();
        }
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", callback.contentType())
                .POST(HttpRequest.BodyPublishers.ofString(callback.body(), StandardCharsets.UTF_8))
                .build();
        try {
            HttpResponse<String> answer = client().send(request, HttpResponse.BodyHandlers.ofString());
            List<String> violations = reply.violations(answer.statusCode(), answer.body());
            report(callback, Delivery.Outcome.DELIVERED, answer.statusCode(), violations);
            return Optional.of(answer);
        } catch (IOException e) {
            report(callback, Delivery.Outcome.UNREACHABLE, 0, List.of());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void report(Callback callback, Delivery.Outcome outcome, int status, List<String> violations) {
        journal.add(new Delivery(
                clock.instant(), callback.operationId(), callback.url(), callback.body(), outcome, status, violations));
    }

    private void runIfCurrent(long born, Runnable task) {
        synchronized (this) {
            if (born != generation) {
                return;
            }
            running++;
        }
        try {
            task.run();
        } finally {
            synchronized (this) {
                running--;
                notifyAll();
            }
        }
    }

    private synchronized void finished(long born) {
        if (born == generation) {
            unfinished--;
            notifyAll();
        }
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(RECEIVER_TIMEOUT)
                    .build();
        }
        return client;
    }
}
