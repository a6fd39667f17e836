package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.market.Callback;
import io.github.mpesasdk.sandbox.market.Callbacks;
import io.github.mpesasdk.sandbox.market.Delay;
import io.github.mpesasdk.sandbox.market.ReplyCheck;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Sends callbacks on time: a timer wakes, workers send, so that a few slow receivers delay nobody else. */
final class CallbackQueue implements Callbacks, AutoCloseable {

    /** How much can be scheduled before the gateway has too much to do. */
    static final int MOST = 10_000;

    private static final Duration RECEIVER_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RESET_PATIENCE = Duration.ofSeconds(1);

    private final SentCallbacks sent = new SentCallbacks();
    private final ScheduledExecutorService timer;
    private final Executor workers;
    private final Clock clock;
    private final Duration lateness;
    private final Journal journal;
    private final CallbackSettings settings;
    private final CallbackSender sender;

    /** Counts resets. A task of an earlier generation neither runs nor sends nor reports. */
    private long generation;

    /** The generation of the request or task that a thread is at, which may end after a reset. */
    private final ThreadLocal<Long> story = new ThreadLocal<>();

    private boolean closed;

    private int unfinished;
    private int running;

    CallbackQueue(
            ScheduledExecutorService timer,
            Executor workers,
            Clock clock,
            Duration lateness,
            Journal journal,
            CallbackSettings settings,
            CallbackSender sender) {
        this.timer = timer;
        this.workers = workers;
        this.clock = clock;
        this.lateness = lateness;
        this.journal = journal;
        this.settings = settings;
        this.sender = sender;
    }

    @Override
    public void settle(Set<Fault> faults, Delay delay, Runnable settlement) {
        if (faults.contains(Fault.EARLY_CALLBACK)) {
            runIfCurrent(story(), settlement);
        } else {
            later(story(), delay, settlement);
        }
    }

    @Override
    public synchronized boolean isFull() {
        return unfinished >= MOST;
    }

    @Override
    public void post(Callback callback, Set<Fault> faults, ReplyCheck reply) {
        SentCallbacks.Sent told = sent.add(story(), callback.struck(faults), reply);
        if (faults.contains(Fault.LOST_CALLBACK)) {
            report(told, CallbackSender.Sending.not(Delivery.Outcome.LOST, "it was lost on purpose, by a fault"));
            return;
        }
        int times = faults.contains(Fault.TRIPLE_CALLBACK) ? 3 : faults.contains(Fault.DUPLICATE_CALLBACK) ? 2 : 1;
        Runnable send = () -> {
            for (int i = 0; i < times; i++) {
                send(told, settings.attempts());
            }
        };
        if (faults.contains(Fault.LATE_CALLBACK)) {
            later(told.generation(), Delay.of(lateness), send);
        } else {
            send.run();
        }
    }

    @Override
    public Optional<String> ask(String operationId, String url, String body, Duration timeout) {
        return attempt(sent.add(story(), Callback.json(operationId, url, body), ReplyCheck.none()), timeout)
                .answer()
                .filter(answer -> answer.statusCode() == 200)
                .map(HttpResponse::body);
    }

    /**
     * Sends a callback once more, soon, on another thread.
     *
     * @throws IllegalArgumentException if there is none of this id
     */
    void redeliver(String id) {
        SentCallbacks.Sent again = sent.get(id);
        later(again.generation(), Delay.of(Duration.ZERO), () -> send(again, 1));
    }

    /** Handles a request, which belongs to what a reset forgets from here on. */
    <T> T handle(Supplier<T> request) {
        return in(story(), request);
    }

    /** Writes down what this thread has done, unless a reset has forgotten it. */
    void note(Runnable entry) {
        ifCurrent(story(), entry);
    }

    /** Under the lock, so that no reset comes in between. */
    private synchronized void ifCurrent(long born, Runnable entry) {
        if (!isOver(born)) {
            entry.run();
        }
    }

    /** Waits until nothing is scheduled or being sent. */
    synchronized boolean await(Duration timeout) {
        return until(() -> unfinished == 0, timeout);
    }

    /** Forgets whatever is scheduled, and lets what is being sent end first, so that it reports to the old story. */
    synchronized void reset() {
        generation++;
        unfinished = 0;
        sent.clear();
        until(() -> running == 0, RESET_PATIENCE);
    }

    @Override
    public synchronized void close() {
        closed = true;
        generation++;
        unfinished = 0;
        notifyAll();
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

    private synchronized long story() {
        Long own = story.get();
        return own == null ? generation : own;
    }

    private synchronized boolean isOver(long born) {
        return closed || born != generation;
    }

    private synchronized void later(long born, Delay delay, Runnable task) {
        if (isOver(born)) {
            return;
        }
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
            ScheduledFuture<?> unused =
                    timer.schedule(() -> workers.execute(run), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            finished(born); // The sandbox is closing; nobody waits for this callback any more.
        }
    }

    /** Tries until it succeeds, but not more often than that. */
    private void send(SentCallbacks.Sent told, int times) {
        if (isOver(told.generation())) {
            return;
        }
        CallbackSender.Sending sending = attempt(told, RECEIVER_TIMEOUT);
        if (times > 1 && sending.mayBeTriedAgain()) {
            later(told.generation(), Delay.of(settings.pause()), () -> send(told, times - 1));
        }
    }

    private CallbackSender.Sending attempt(SentCallbacks.Sent told, Duration timeout) {
        try {
            CallbackSender.Sending sending = sender.send(told.callback(), timeout);
            report(told, sending);
            return sending;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CallbackSender.Sending.not(Delivery.Outcome.UNDELIVERABLE, "the sandbox is closing");
        }
    }

    private void report(SentCallbacks.Sent told, CallbackSender.Sending sending) {
        List<String> violations = sending.answer()
                .map(answer -> told.reply().violations(answer.statusCode(), answer.body()))
                .orElse(List.of());
        Callback callback = told.callback();
        ifCurrent(
                told.generation(),
                () -> journal.add(new Delivery(
                        told.id(),
                        told.attempts().incrementAndGet(),
                        clock.instant(),
                        callback.operationId(),
                        callback.url(),
                        callback.body(),
                        sending.outcome(),
                        sending.status(),
                        sending.reason(),
                        violations)));
    }

    private void runIfCurrent(long born, Runnable task) {
        synchronized (this) {
            if (isOver(born)) {
                return;
            }
            running++;
        }
        try {
            Void unused = in(born, () -> {
                task.run();
                return null;
            });
        } finally {
            synchronized (this) {
                running--;
                notifyAll();
            }
        }
    }

    private <T> T in(long born, Supplier<T> task) {
        Long outer = story.get();
        story.set(born);
        try {
            return task.get();
        } finally {
            if (outer == null) {
                story.remove();
            } else {
                story.set(outer);
            }
        }
    }

    private synchronized void finished(long born) {
        if (born == generation) {
            unfinished--;
            notifyAll();
        }
    }
}
