package io.github.mpesasdk.core.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Incident;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.Outcome;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final CompletableFuture<Outcome> callback = new CompletableFuture<>();
    private final AtomicInteger questions = new AtomicInteger();

    private Settlement asking(Duration firstPause, Supplier<CompletableFuture<Outcome>> question) {
        return new Settlement(
                callback,
                () -> {
                    questions.incrementAndGet();
                    return question.get();
                },
                firstPause);
    }

    private static CompletableFuture<Outcome> answer(Outcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }

    private static CompletableFuture<Outcome> noAnswer() {
        return CompletableFuture.failedFuture(new NoAnswerException(Incident.of("post", "ask"), null));
    }

    @Test
    void aCallbackThatIsThereNeedsNoQuestion() {
        callback.complete(Outcomes.PAID);

        assertSame(
                Outcomes.PAID,
                asking(Duration.ZERO, () -> answer(Outcomes.PENDING)).await(LONG, Outcomes.PENDING));
        assertEquals(0, questions.get());
    }

    @Test
    void aCallbackThatComesSettlesAtOnce() {
        CompletableFuture<Outcome> outcome =
                asking(LONG, () -> answer(Outcomes.PENDING)).settle(LONG.multipliedBy(2), Outcomes.PENDING);
        callback.complete(Outcomes.CANCELLED);

        assertSame(Outcomes.CANCELLED, outcome.orTimeout(10, TimeUnit.SECONDS).join());
        assertEquals(0, questions.get());
    }

    @Test
    void aQuestionSettlesWhereTheCallbackIsLost() {
        assertSame(Outcomes.PAID, asking(SHORT, () -> answer(Outcomes.PAID)).await(LONG, Outcomes.PENDING));
        assertEquals(1, questions.get());
    }

    @Test
    void aCallbackWinsAgainstAQuestionThatHangs() {
        Settlement settlement = asking(SHORT, () -> {
            callback.complete(Outcomes.PAID);
            return new CompletableFuture<>();
        });

        assertSame(Outcomes.PAID, settlement.await(LONG, Outcomes.PENDING));
    }

    @Test
    void questionsThatFailOrSettleNothingAreAskedAgain() {
        Settlement settlement = asking(Duration.ofMillis(1), () -> switch (questions.get()) {
            case 1 -> noAnswer();
            case 2 -> throw new NoAnswerException(Incident.of("post", "ask"), null);
            case 3 -> answer(Outcomes.UNKNOWN);
            case 4 -> answer(Outcomes.PENDING);
            default -> answer(Outcomes.PAID);
        });

        assertSame(Outcomes.PAID, settlement.await(LONG, Outcomes.PENDING));
        assertEquals(5, questions.get());
    }

    @Test
    void atTheDeadlineTheLastThingKnownIsAnswered() {
        assertSame(
                Outcomes.PENDING,
                asking(SHORT, SettlementTest::noAnswer).await(Duration.ofMillis(200), Outcomes.PENDING));
        assertSame(
                Outcomes.UNKNOWN,
                asking(SHORT, () -> answer(Outcomes.UNKNOWN)).await(Duration.ofMillis(200), Outcomes.PENDING));
        assertSame(
                Outcomes.PENDING,
                asking(SHORT, CompletableFuture::new).await(Duration.ofMillis(200), Outcomes.PENDING));
    }

    @Test
    void noTimeAtAllIsADeadlineToo() {
        Settlement settlement = asking(SHORT, () -> answer(Outcomes.PAID));

        assertSame(Outcomes.PENDING, settlement.await(Duration.ZERO, Outcomes.PENDING));
        assertSame(Outcomes.PENDING, settlement.await(Duration.ofSeconds(-1), Outcomes.PENDING));
    }

    @Test
    void aCallbackThatSettlesNothingLeavesTheQuestionsGoOnUnhurried() {
        callback.complete(Outcomes.UNKNOWN);

        assertSame(
                Outcomes.PENDING,
                asking(SHORT, () -> answer(Outcomes.PENDING)).await(Duration.ofMillis(500), Outcomes.UNKNOWN));
        assertTrue(questions.get() <= 6, questions + " questions in half a second");
    }

    @Test
    void aPauseOfZeroIsNoLicenceToHammerTheGateway() {
        asking(Duration.ZERO, () -> answer(Outcomes.PENDING)).await(Duration.ofMillis(500), Outcomes.PENDING);

        assertTrue(questions.get() <= 6, questions + " questions in half a second");
    }

    @Test
    void aQuestionDoesNotHoldUpTheTimeOutsOfOthers() {
        Settlement settlement = asking(SHORT, () -> {
            CountDownLatch other = new CountDownLatch(1);
            CompletableFuture<Void> timeOut = new CompletableFuture<Void>()
                    .completeOnTimeout(null, 1, TimeUnit.MILLISECONDS)
                    .thenRun(other::countDown);
            return answer(happens(other) && !timeOut.isCompletedExceptionally() ? Outcomes.PAID : Outcomes.CANCELLED);
        });

        assertSame(Outcomes.PAID, settlement.await(LONG, Outcomes.PENDING));
    }

    private static boolean happens(CountDownLatch event) {
        try {
            return event.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void anInterruptedThreadLearnsTheLastThingKnown() {
        Thread.currentThread().interrupt();

        assertSame(Outcomes.PENDING, asking(LONG, () -> answer(Outcomes.PAID)).await(LONG, Outcomes.PENDING));
        assertTrue(Thread.interrupted());
    }

    @Test
    void aQuestionThatCanNeverBeAskedSurfaces() {
        InvalidInputException missing = new InvalidInputException("status", "shortCode", "is needed");

        assertSame(missing, assertThrows(InvalidInputException.class, () -> asking(SHORT, () -> {
                    throw missing;
                })
                .await(LONG, Outcomes.PENDING)));
    }

    @Test
    void aDefectSurfaces() {
        Settlement settlement =
                asking(SHORT, () -> CompletableFuture.failedFuture(new IllegalStateException("defect")));

        assertThrows(IllegalStateException.class, () -> settlement.await(LONG, Outcomes.PENDING));
    }

    @Test
    void waitingForEverIsPossible() {
        Duration forEver = ChronoUnit.FOREVER.getDuration();
        CompletableFuture<Outcome> outcome =
                asking(forEver, () -> answer(Outcomes.PENDING)).settle(forEver, Outcomes.PENDING);
        assertFalse(outcome.isDone());

        callback.complete(Outcomes.PAID);

        assertSame(Outcomes.PAID, outcome.join());
    }
}
