package io.github.mpesasdk.core.flow;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.core.settings.DurationInWords;
import io.github.mpesasdk.core.transport.Failures;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Event;
import io.github.mpesasdk.journal.PaymentState;
import io.github.mpesasdk.journal.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Settles what is open by asking, on whichever machines run: the journal gives each payment to one of them at a time.
 * What nobody can tell for too long is left to a person, and never guessed.
 */
final class Reconciler implements Rounds.Work {

    /** How long a round takes, so that so many questions a second are asked. */
    static final Duration ROUND = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");
    // Not RandomGenerator.getDefault(), which an image made by jlink lacks.
    private static final Random RANDOM = new Random();
    // Answers that come by callback take their time: so many rounds may wait for theirs.
    private static final int ROUNDS_AT_ONCE = 20;
    private static final int MOST_DOUBLINGS = 8;

    private final Bookkeeper bookkeeper;
    private final Reconciling settings;
    private final Function<Entry, OpenPayment> reviving;
    private final Asking asking;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger troubles = new AtomicInteger();
    private volatile long quietUntil = System.nanoTime();

    /** Asks the gateway about a payment; what it learns is written where it belongs. */
    interface Asking {
        CompletableFuture<Outcome> ask(OpenPayment payment);
    }

    /**
     * Prepares a reconciler.
     *
     * @param reviving the payment of an entry, as this process knows it
     */
    Reconciler(Bookkeeper bookkeeper, Reconciling settings, Function<Entry, OpenPayment> reviving, Asking asking) {
        this.bookkeeper = bookkeeper;
        this.settings = settings;
        this.reviving = reviving;
        this.asking = asking;
    }

    @Override
    public boolean round() {
        int most = Math.min(settings.perSecond(), settings.perSecond() * ROUNDS_AT_ONCE - underWay.get());
        if (most > 0 && System.nanoTime() - quietUntil >= 0) {
            // After trouble one question has to find out whether it is over.
            claim(troubles.get() > 0 ? 1 : most).forEach(this::reconcile);
        }
        return false;
    }

    private List<Entry> claim(int most) {
        return bookkeeper.book().claim(most, entry -> settings.pause(entry.questions(), RANDOM.nextDouble()));
    }

    private void reconcile(Entry entry) {
        if (entry.state() == PaymentState.PREPARED) {
            bookkeeper.neverSent(entry);
            return;
        }
        OpenPayment payment = reviving.apply(entry);
        if (payment.outcome().isSettled()) {
            // This process knows, and could not write it down.
            bookkeeper.answered(entry, Event.Kind.ANSWER, payment.outcome());
            return;
        }
        underWay.incrementAndGet();
        CompletableFuture<Outcome> answer;
        try {
            answer = asking.ask(payment);
        } catch (RuntimeException failed) {
            answer = CompletableFuture.failedFuture(failed);
        }
        var unused = answer.whenComplete((outcome, failure) -> {
            underWay.decrementAndGet();
            try {
                if (failure == null) {
                    answered(entry, payment, outcome);
                } else {
                    failed(entry, Failures.cause(failure));
                }
            } catch (RuntimeException away) {
                LOG.log(
                        WARNING,
                        "what was learnt of a payment could not be written, and is asked for again: {0}",
                        away.getClass());
            }
        });
    }

    private void answered(Entry entry, OpenPayment payment, Outcome outcome) {
        troubles.set(0);
        if (!outcome.isSettled() && !payment.outcome().isSettled()) {
            giveUpIfOld(entry, settings.giveUpAfter(), reason(outcome));
        }
    }

    private static Reason reason(Outcome open) {
        return open instanceof Pending pending ? pending.reason() : ((Unknown) open).reason();
    }

    private void failed(Entry entry, Throwable failure) {
        if (isTrouble(failure)) {
            beQuiet();
        } else {
            troubles.set(0);
        }
        Learnt learnt = Learnt.from(failure);
        boolean hasNoWay = learnt.reason().kind() == Reason.Kind.CANNOT_ASK && !othersMayAsk(failure);
        giveUpIfOld(entry, hasNoWay ? settings.giveUpWithoutAWay() : settings.giveUpAfter(), learnt.reason());
    }

    private boolean othersMayAsk(Throwable failure) {
        return bookkeeper.isDurable() && failure instanceof CannotAskException cannot && cannot.othersCan();
    }

    // Once for all the questions that failed together.
    private synchronized void beQuiet() {
        if (System.nanoTime() - quietUntil >= 0) {
            int doublings = Math.min(troubles.incrementAndGet(), MOST_DOUBLINGS);
            quietUntil = System.nanoTime() + ROUND.multipliedBy(1L << doublings).toNanos();
        }
    }

    // The gateway's trouble, and not that of one payment. An answer that comes by callback may go to another machine.
    private static boolean isTrouble(Throwable failure) {
        return failure instanceof NotConnectedException
                || (failure instanceof NoAnswerException none
                        && none.code().isEmpty()
                        && !(none.getCause() instanceof NoCallbackException));
    }

    private void giveUpIfOld(Entry entry, Duration most, Reason reason) {
        Duration age = Duration.between(entry.preparedAt(), bookkeeper.book().now());
        if (entry.state().isOpen() && age.compareTo(most) > 0) {
            bookkeeper.needsPerson(
                    entry,
                    Verdict.needsPerson(
                            reason.code().orElse(null),
                            reason.words(),
                            "Nobody could say for " + DurationInWords.of(age) + " what became of it. "
                                    + reason.text()));
        }
    }
}
