package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.core.transport.Failures;
import io.github.mpesasdk.core.transport.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One wait for the outcome of a payment: a callback may come, and meanwhile the gateway is asked, less and less often.
 * Ends when the payment is settled, when the limit is over, or when the client is closed, and always with an outcome
 * that says why. Holds no thread.
 */
final class OutcomeWait {

    // Also after a first pause of zero: a gateway must not be asked as fast as it answers.
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final OpenPayment payment;
    private final Supplier<CompletableFuture<Outcome>> question;
    private final Executor executor;
    private final Consumer<Outcome> offer;
    private final Consumer<OutcomeWait> whenOver;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Runnable watcher = this::look;
    private final CompletableFuture<Outcome> result = new CompletableFuture<>();
    private volatile @Nullable Future<?> deadline;
    private volatile @Nullable Future<?> nextQuestion;

    /**
     * Prepares a wait.
     *
     * @param question asks the gateway
     * @param offer is told what it says
     * @param whenOver is called once at the end
     */
    OutcomeWait(
            OpenPayment payment,
            Supplier<CompletableFuture<Outcome>> question,
            Consumer<Outcome> offer,
            Executor executor,
            Consumer<OutcomeWait> whenOver) {
        this.payment = payment;
        this.question = question;
        this.offer = offer;
        this.executor = executor;
        this.whenOver = whenOver;
    }

    /**
     * Begins to wait.
     *
     * @param pollAfter how long to leave the callback to come before asking; never more than half of the limit, so that
     *     a short wait asks as well
     */
    CompletableFuture<Outcome> start(Duration limit, Duration pollAfter) {
        payment.watch(watcher);
        look();
        if (!over.get()) {
            deadline = Timer.run(limit, executor, this::giveUp);
            Duration half = limit.dividedBy(2);
            askAfter(pollAfter.compareTo(half) < 0 ? pollAfter : half);
        }
        return result;
    }

    private void look() {
        if (payment.outcome().isSettled()) {
            end();
        }
    }

    private void giveUp() {
        payment.noteSilence();
        end();
    }

    /** Ends the wait before its time. */
    void stop(String why) {
        payment.note(Reason.of(Reason.Kind.STOPPED, why));
        end();
    }

    private void end() {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        payment.unwatch(watcher);
        cancel(deadline);
        cancel(nextQuestion);
        whenOver.accept(this);
        Outcome known = payment.outcome();
        hand(() -> result.complete(known));
    }

    // What hangs on the result is the caller's, and must not hold the thread that delivers callbacks or rings timers.
    private void hand(Runnable completion) {
        try {
            executor.execute(completion);
        } catch (RuntimeException closed) {
            completion.run();
        }
    }

    private static void cancel(@Nullable Future<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private void askAfter(Duration pause) {
        if (over.get()) {
            return;
        }
        nextQuestion = Timer.run(pause, executor, () -> ask(pause));
    }

    private void ask(Duration pause) {
        CompletableFuture<Outcome> answer;
        try {
            answer = question.get();
        } catch (RuntimeException failed) {
            answer = CompletableFuture.failedFuture(failed);
        }
        var unused = answer.whenComplete((outcome, failure) -> {
            boolean mayHelp = failure == null ? heard(outcome) : failed(Failures.cause(failure));
            if (mayHelp) {
                askAfter(longer(pause));
            }
        });
    }

    private boolean heard(Outcome outcome) {
        offer.accept(outcome);
        boolean isRefused =
                outcome instanceof Unknown unknown && unknown.reason().kind() == Reason.Kind.QUESTION_REFUSED;
        return !outcome.isSettled() && !isRefused;
    }

    /** Notes why a question failed; answers whether asking again may help. */
    private boolean failed(Throwable failure) {
        Learnt learnt = Learnt.from(failure);
        if (learnt.isPending()) {
            payment.offer(new Pending(payment.reference(), learnt.reason()));
        } else {
            payment.note(learnt.reason());
        }
        return learnt.mayHelp();
    }

    private static Duration longer(Duration pause) {
        Duration longer = pause.multipliedBy(3).dividedBy(2);
        if (longer.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
}
