package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.market.Callback;
import io.github.mpesasdk.sandbox.market.Callbacks;
import io.github.mpesasdk.sandbox.market.Delay;
import io.github.mpesasdk.sandbox.market.ReplyCheck;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends the callbacks of one market of one tenant on time: a timer wakes, workers send. What is due is counted and
 * measured, because each callback keeps its request in memory until it is sent.
 */
final class CallbackQueue implements Callbacks, AutoCloseable {

    /** How much can be due before the gateway has too much to do. */
    static final int MOST = 10_000;

    /** And how many characters all that is due can keep in memory. */
    static final long MOST_CHARACTERS = 20_000_000;

    private static final Duration RECEIVER_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RESET_PATIENCE = Duration.ofSeconds(1);
    private static final System.Logger LOG = System.getLogger(CallbackQueue.class.getName());

    private final SentCallbacks sent = new SentCallbacks();
    private final ScheduledExecutorService timer;
    private final Executor workers;
    private final Clock clock;
    private final Duration lateness;
    private final Journal journal;
    private final Attempts attempts;
    private final CallbackSender sender;

    /** Counts resets. A task of an earlier generation neither runs nor sends nor reports. */
    private long generation;

    /** The generation of the request or task that a thread is at, which may end after a reset. */
    private final ThreadLocal<Long> generationOfThread = new ThreadLocal<>();

    /** What is scheduled or being done. */
    private final Set<Due> due = new HashSet<>();

    private long characters;
    private boolean closed;
    private int running;

    CallbackQueue(
            ScheduledExecutorService timer,
            Executor workers,
            Clock clock,
            Duration lateness,
            Journal journal,
            Attempts attempts,
            CallbackSender sender) {
        this.timer = timer;
        this.workers = workers;
        this.clock = clock;
        this.lateness = lateness;
        this.journal = journal;
        this.attempts = attempts;
        this.sender = sender;
    }

    @Override
    public void settle(Set<Fault> faults, Delay delay, int length, Runnable settlement) {
        if (faults.contains(Fault.EARLY_CALLBACK)) {
            runIfCurrent(currentGeneration(), settlement);
        } else {
            later(currentGeneration(), delay, length, settlement);
        }
    }

    @Override
    public synchronized boolean isFull() {
        return due.size() >= MOST || characters >= MOST_CHARACTERS;
    }

    @Override
    public void post(Callback callback, Set<Fault> faults, ReplyCheck reply) {
        SentCallbacks.Sent message = sent.add(currentGeneration(), callback.struck(faults), reply);
        if (faults.contains(Fault.LOST_CALLBACK)) {
            report(message, CallbackSender.Sending.not(Delivery.Outcome.LOST, "it was lost on purpose, by a fault"));
            return;
        }
        int times = faults.contains(Fault.TRIPLE_CALLBACK) ? 3 : faults.contains(Fault.DUPLICATE_CALLBACK) ? 2 : 1;
        Runnable send = () -> {
            for (int i = 0; i < times; i++) {
                send(message, attempts.most());
            }
        };
        if (faults.contains(Fault.LATE_CALLBACK)) {
            later(message, Delay.of(lateness), send);
        } else {
            send.run();
        }
    }

    @Override
    public Optional<String> ask(String operationId, String url, String body, Duration timeout) {
        return attempt(sent.add(currentGeneration(), Callback.json(operationId, url, body), ReplyCheck.none()), timeout)
                .answer()
                .filter(answer -> answer.statusCode() == 200)
                .map(HttpResponse::body);
    }

    /**
     * Sends a callback once more, soon, on another thread.
     *
     * @throws IllegalArgumentException if there is none of this id
     * @throws IllegalStateException if too much is due already
     */
    void redeliver(String id) {
        SentCallbacks.Sent again = sent.get(id);
        if (isFull()) {
            throw new IllegalStateException("so many callbacks are due that none is sent again now: at most " + MOST
                    + ", with " + MOST_CHARACTERS + " characters");
        }
        later(again, Delay.of(Duration.ZERO), () -> send(again, 1));
    }

    /** Handles a request, which belongs to what a reset forgets from here on. */
    <T> T handle(Supplier<T> request) {
        return in(currentGeneration(), request);
    }

    /**
     * Writes down what this thread has done, unless a reset has forgotten it.
     *
     * @param entry writes it down, and returns what tells those who listen of it
     */
    void note(Supplier<Runnable> entry) {
        writeIfCurrent(currentGeneration(), entry);
    }

    /** Writes under the lock, so that no reset comes in between. Listeners are told after it: they may take long. */
    private void writeIfCurrent(long ofGeneration, Supplier<Runnable> entry) {
        Runnable telling;
        synchronized (this) {
            if (isOver(ofGeneration)) {
                return;
            }
            telling = entry.get();
        }
        telling.run();
    }

    /** Waits until nothing is scheduled or being sent. */
    synchronized boolean await(Duration timeout) {
        return until(due::isEmpty, timeout);
    }

    /** Forgets whatever is scheduled, and lets what is being sent end first, so that it is written down before. */
    synchronized void reset() {
        generation++;
        forgetDue();
        sent.clear();
        until(() -> running == 0, RESET_PATIENCE);
    }

    @Override
    public synchronized void close() {
        closed = true;
        generation++;
        forgetDue();
    }

    private void forgetDue() {
        due.forEach(Due::forget);
        due.clear();
        characters = 0;
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

    private synchronized long currentGeneration() {
        Long own = generationOfThread.get();
        return own == null ? generation : own;
    }

    private synchronized boolean isOver(long ofGeneration) {
        return closed || ofGeneration != generation;
    }

    private void later(SentCallbacks.Sent callback, Delay delay, Runnable task) {
        later(callback.generation(), delay, callback.length(), task);
    }

    private synchronized void later(long ofGeneration, Delay delay, int length, Runnable task) {
        if (isOver(ofGeneration)) {
            return;
        }
        Due added = new Due(ofGeneration, length, task);
        due.add(added);
        characters += length;
        CompletableFuture<?> unused = delay.sooner().thenRun(() -> after(delay.least(), added));
        after(delay.least().plus(delay.patience()), added);
    }

    private void after(Duration delay, Due run) {
        try {
            ScheduledFuture<?> unused =
                    timer.schedule(() -> workers.execute(run), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            finished(run); // The sandbox is closing; nobody waits for this callback any more.
        }
    }

    private synchronized void finished(Due run) {
        if (due.remove(run)) {
            characters -= run.length;
            notifyAll();
        }
    }

    /** Tries until it succeeds, but not more often than that. */
    private void send(SentCallbacks.Sent message, int times) {
        if (isOver(message.generation())) {
            return;
        }
        CallbackSender.Sending sending = attempt(message, RECEIVER_TIMEOUT);
        if (times > 1 && sending.mayBeTriedAgain()) {
            later(message, Delay.of(attempts.pause()), () -> send(message, times - 1));
        }
    }

    private CallbackSender.Sending attempt(SentCallbacks.Sent message, Duration timeout) {
        try {
            CallbackSender.Sending sending = sender.send(message.callback(), timeout);
            report(message, sending);
            return sending;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CallbackSender.Sending.not(Delivery.Outcome.UNDELIVERABLE, "the sandbox is closing");
        }
    }

    private void report(SentCallbacks.Sent message, CallbackSender.Sending sending) {
        List<String> violations = sending.answer()
                .map(answer -> message.reply().violations(answer.statusCode(), answer.body()))
                .orElse(List.of());
        Callback callback = message.callback();
        writeIfCurrent(
                message.generation(),
                () -> journal.add(new Delivery(
                        message.id(),
                        message.attempts().incrementAndGet(),
                        clock.instant(),
                        callback.operationId(),
                        callback.url(),
                        callback.body(),
                        sending.outcome(),
                        sending.status(),
                        sending.reason(),
                        violations)));
    }

    private void runIfCurrent(long ofGeneration, Runnable task) {
        synchronized (this) {
            if (isOver(ofGeneration)) {
                return;
            }
            running++;
        }
        try {
            Void unused = in(ofGeneration, () -> {
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

    private <T> T in(long ofGeneration, Supplier<T> task) {
        Long outer = generationOfThread.get();
        generationOfThread.set(ofGeneration);
        try {
            return task.get();
        } finally {
            if (outer == null) {
                generationOfThread.remove();
            } else {
                generationOfThread.set(outer);
            }
        }
    }

    /** Something that is done later, once. From then on, or from a reset on, nothing of it stays in memory. */
    private final class Due implements Runnable {

        private final long ofGeneration;
        private final int length;
        private final AtomicReference<@Nullable Runnable> task;

        Due(long ofGeneration, int length, Runnable task) {
            this.ofGeneration = ofGeneration;
            this.length = length;
            this.task = new AtomicReference<>(task);
        }

        void forget() {
            task.set(null);
        }

        @Override
        public void run() {
            Runnable begun = task.getAndSet(null);
            if (begun == null) {
                return;
            }
            try {
                runIfCurrent(ofGeneration, begun);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "a callback made the sandbox fail", e);
            } finally {
                finished(this);
            }
        }
    }
}
