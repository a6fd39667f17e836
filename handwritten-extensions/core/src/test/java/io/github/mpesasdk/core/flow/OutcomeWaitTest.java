package io.github.mpesasdk.core.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.Failed;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Events;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Told;
import io.github.mpesasdk.core.testing.Wire;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a payment ends with, whatever comes first: a callback, an answer to a question, the end of the patience. */
class OutcomeWaitTest {

    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration NEVER = Duration.ofMinutes(10);

    @Test
    void aCallbackSettlesAtOnceAndNothingIsAsked() {
        try (Kiosk kiosk = Kiosk.open(setup -> setup.pollAfter(NEVER))) {
            Payment<Wire> payment = kiosk.push();
            CompletableFuture<Outcome> waiting = payment.awaitAsync(NEVER);
            kiosk.hear(kiosk.address(), "Code", "0", "Amount", "1", "Receipt", "R1");

            Succeeded paid = assertInstanceOf(Succeeded.class, end(waiting));
            assertEquals("R1", paid.receipt().orElseThrow());
            assertEquals("0", paid.code().orElseThrow().value());
            assertEquals(paid, payment.await(Duration.ZERO));
            assertEquals(0, kiosk.server().count("/status"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4999", "99", "9999", "4242", ""})
    void aCallbackThatSettlesNothingHidesNoneThatDoes(String code) {
        try (Kiosk kiosk = Kiosk.open(setup -> setup.pollAfter(NEVER))) {
            Payment<Wire> payment = kiosk.push();
            kiosk.hear(kiosk.address(), "Code", code, "Words", "Still at work.");

            Outcome first = payment.outcome();
            assertFalse(first.isSettled());
            assertEquals(code, first.code().map(known -> known.value()).orElse(""));
            assertTrue(first.why().contains("Still at work."), first.why());
            kiosk.hear(kiosk.address(), "Code", "1032", "Words", "Cancelled.");

            Failed failed = assertInstanceOf(Failed.class, payment.await(Kiosk.LONG));
            assertEquals("1032", failed.code().orElseThrow().value());
        }
    }

    @Test
    void whatSettlesIsNotUndoneByWhatComesLater() {
        try (Kiosk kiosk = Kiosk.open()) {
            Payment<Wire> payment = kiosk.push();
            kiosk.hear(kiosk.address(), "Code", "0", "Receipt", "R1");
            kiosk.hear(kiosk.address(), "Code", "1032");
            kiosk.hear(kiosk.address(), "Code", "4999");

            assertInstanceOf(Succeeded.class, payment.await(Kiosk.LONG));
        }
    }

    @Test
    void aLastWordThatSettlesNothingIsToldAtTheEndWithItsCode() {
        try (Kiosk kiosk = Kiosk.open(setup -> setup.pollAfter(NEVER))) {
            Payment<Wire> payment = kiosk.push();
            kiosk.hear(kiosk.address(), "Code", "9999", "Words", "Never seen.");

            Unknown unknown = assertInstanceOf(Unknown.class, payment.await(Duration.ofMillis(100)));
            assertEquals("9999", unknown.code().orElseThrow().value());
            assertTrue(unknown.why().contains("Never seen."), unknown.why());
        }
    }

    @Test
    void withoutAnyWordTheReasonSaysThatNoCallbackArrived() {
        try (Kiosk kiosk = Kiosk.open(setup -> setup.pollAfter(NEVER).byId())) {
            Payment<Wire> payment = kiosk.pay(KioskMarket.PAY, draft -> draft);

            Pending pending = assertInstanceOf(Pending.class, payment.await(Duration.ZERO));
            assertTrue(
                    pending.reason().kind() == Reason.Kind.NO_CALLBACK
                            || pending.reason().kind() == Reason.Kind.CANNOT_ASK,
                    pending.toString());
        }
    }

    @Test
    void aShortWaitAsksAsWell() throws Exception {
        try (Kiosk kiosk = Kiosk.open(setup -> setup.pollAfter(NEVER)).onQuestions(Kiosk.telling("0", "Done."))) {
            Payment<Wire> payment = kiosk.push();
            CompletableFuture<Outcome> waiting = payment.awaitAsync(Duration.ofSeconds(2));

            Events.until(() -> kiosk.server().count("/status") > 0);
            Outcome outcome = end(waiting);
            // On a slow machine the answer may come when the wait is over.
            assertInstanceOf(Succeeded.class, outcome.isSettled() ? outcome : payment.await(Kiosk.LONG));
        }
    }

    @Test
    void findAsksAtOnceInAnotherProcessToo() {
        Reference kept = new Reference("kiosk", "push", "PushId", "P-1");
        try (Kiosk kiosk =
                Kiosk.open(setup -> setup.pollAfter(NEVER)).onQuestions(Kiosk.telling("1032", "Cancelled."))) {
            Outcome outcome = kiosk.flow().find(Reference.parse(kept.text()), Kiosk.LONG);

            assertInstanceOf(Failed.class, outcome);
            assertInstanceOf(Failed.class, end(kiosk.flow().findAsync(kept, Kiosk.LONG)));
        }
    }

    @Test
    void aReferenceOfAnotherMarketIsRefusedByName() {
        try (Kiosk kiosk = Kiosk.open()) {
            InvalidInputException error = assertThrows(InvalidInputException.class, () -> kiosk.flow()
                    .find(new Reference("drc", "pay", "Id", "1"), SHORT));

            assertTrue(error.getMessage().contains("must be one of kiosk, is one of drc"), error.getMessage());
        }
    }

    @Test
    void aRefusedQuestionIsToldWithCodeAndWordsAndNotRepeated() throws Exception {
        try (Kiosk kiosk = Kiosk.open()
                .onQuestions(Fates.answer(
                        "400 No", "{\"error\":\"wrong-passkey\",\"words\":\"The initiator is not allowed.\"}"))) {
            Payment<Wire> payment = kiosk.push();
            CompletableFuture<Outcome> waiting = payment.awaitAsync(NEVER);
            Events.until(() -> payment.outcome().code().isPresent());
            assertThrows(TimeoutException.class, () -> waiting.get(SHORT.toMillis(), TimeUnit.MILLISECONDS));
            assertEquals(1, kiosk.server().count("/status"), "asking again cannot help");
            Pending outcome = assertInstanceOf(Pending.class, payment.await(Duration.ZERO));
            assertEquals(Reason.Kind.QUESTION_REFUSED, outcome.reason().kind());
            assertEquals("wrong-passkey", outcome.code().orElseThrow().value());
            assertTrue(outcome.why().contains("The initiator is not allowed."), outcome.why());
        }
    }

    @Test
    void aQuestionThatCannotBeAskedIsToldAndACallbackStillSettles() {
        try (Kiosk kiosk = Kiosk.open(Kiosk.Setup::byId)) {
            Payment<Wire> payment = kiosk.pay(KioskMarket.PAY, draft -> draft);
            String id = Kiosk.field(kiosk.last("/pay"), "Id").orElseThrow();

            Pending pending = assertInstanceOf(Pending.class, Told.within(SHORT, payment::await));
            assertEquals(Reason.Kind.CANNOT_ASK, pending.reason().kind());
            assertTrue(pending.why().contains("Only the callback can tell."), pending.why());
            CompletableFuture<Outcome> waiting = payment.awaitAsync(Kiosk.LONG);
            kiosk.hear("/pay", "Id", id, "Code", "0");
            assertInstanceOf(Succeeded.class, end(waiting));
        }
    }

    @Test
    void questionsThatFailOrSettleNothingAreAskedAgain() {
        AtomicInteger asked = new AtomicInteger();
        DyingServer.Fate[] fates = {
            Fates.drop(),
            Fates.answer("503 No", "<html>"),
            Fates.answer("500 No", "{\"error\":\"not-yet\"}"),
            Kiosk.telling("4999", "At work."),
            Kiosk.telling("4242", "Who knows."),
            Kiosk.telling("0", "Done.")
        };
        try (Kiosk kiosk = Kiosk.open()
                .onQuestions((request, connection) ->
                        fates[Math.min(asked.getAndIncrement(), 5)].befall(request, connection))) {
            assertInstanceOf(Succeeded.class, kiosk.push().await(Kiosk.LONG));
            assertEquals(6, asked.get());
        }
    }

    @Test
    void anAnswerAboutAnotherPaymentSettlesNothing() {
        try (Kiosk kiosk = Kiosk.open()
                .onQuestions(Fates.answer("200 OK", "{\"Code\":\"0\",\"Result\":\"0\",\"PushId\":\"P-of-another\"}"))) {
            Payment<Wire> payment = kiosk.push();
            Outcome outcome = Told.within(SHORT, payment::await);

            assertEquals(
                    Reason.Kind.QUESTION_UNANSWERED,
                    assertInstanceOf(Pending.class, outcome).reason().kind());
        }
    }

    @Test
    void aGatewayIsNotAskedAsFastAsItAnswers() {
        try (Kiosk kiosk =
                Kiosk.open(setup -> setup.pollAfter(Duration.ZERO)).onQuestions(Kiosk.telling("4999", "At work."))) {
            kiosk.push().await(SHORT);

            assertTrue(kiosk.server().count("/status") <= 6, "questions in half a second");
        }
    }

    @Test
    void aCallbackWinsAgainstAQuestionThatHangs() {
        try (Kiosk kiosk = Kiosk.open().onQuestions(Fates.stall())) {
            Payment<Wire> payment = kiosk.push();
            CompletableFuture<Outcome> waiting = payment.awaitAsync(Kiosk.LONG);
            CompletableFuture<Outcome> late = payment.awaitAsync(Duration.ofMillis(300));

            assertInstanceOf(Pending.class, end(late));
            kiosk.hear(kiosk.address(), "Code", "0");
            assertInstanceOf(Succeeded.class, end(waiting));
        }
    }

    /** A database of tokens that is away must not end a wait, nor leave the error family. */
    @Test
    void tokensThatCannotBeHadDoNotEndAWait() {
        AtomicInteger tokens = new AtomicInteger();
        try (Kiosk kiosk = Kiosk.open(setup -> setup.authorizer(effect -> {
                    int number = tokens.incrementAndGet();
                    if (number == 2) {
                        throw new IllegalStateException("INSERT INTO tokens failed");
                    }
                    return number == 3
                            ? CompletableFuture.failedFuture(new IllegalStateException("still away"))
                            : CompletableFuture.completedFuture(new AccessToken("t", Instant.MAX));
                }))
                .onQuestions(Kiosk.telling("0", "Done."))) {
            assertInstanceOf(Succeeded.class, kiosk.push().await(Kiosk.LONG));
            assertEquals(4, tokens.get());
        }
    }

    @Test
    void anAcceptanceWithABlankIdIsAPaymentAllTheSame() {
        try (Kiosk kiosk = Kiosk.open().onPayments(Fates.answer("200 OK", "{\"Code\":\"0\",\"PushId\":\" \"}"))) {
            Payment<Wire> payment = kiosk.push();

            assertEquals("CallBackURL", payment.reference().field());
            assertEquals(
                    Reason.Kind.CANNOT_ASK,
                    assertInstanceOf(Pending.class, Told.within(SHORT, payment::await))
                            .reason()
                            .kind());
            kiosk.hear(kiosk.address(), "Code", "0", "PushId", "P-1");
            assertInstanceOf(Succeeded.class, payment.outcome());
        }
    }

    @Test
    void aLostAnswerIsFoundByTheReferenceOfTheError() {
        try (Kiosk kiosk = Kiosk.open().onPayments(Fates.drop())) {
            UnknownOutcomeException lost = assertThrows(UnknownOutcomeException.class, kiosk::push);
            Reference reference = lost.reference().orElseThrow();
            CompletableFuture<Outcome> waiting = kiosk.flow().findAsync(reference, Kiosk.LONG);
            kiosk.hear(kiosk.address(), "Code", "0", "Amount", "1");

            assertInstanceOf(Succeeded.class, end(waiting));
            assertInstanceOf(Succeeded.class, kiosk.flow().find(reference, Kiosk.LONG));
        }
    }

    @Test
    void aLostAnswerIsFoundAfterARestartByWhateverHearsTheCallback() {
        try (Kiosk before = Kiosk.open().onPayments(Fates.drop());
                Kiosk after = Kiosk.open()) {
            Reference reference = assertThrows(UnknownOutcomeException.class, before::push)
                    .reference()
                    .orElseThrow();
            CompletableFuture<Outcome> waiting = after.flow().findAsync(reference, Kiosk.LONG);
            after.hear(before.address(), "Code", "0", "Amount", "1");

            assertInstanceOf(Succeeded.class, end(waiting));
        }
    }

    // Parallel streams of the caller's, or blocked tasks: the time-out must not wait for them.
    @Test
    void aWaitEndsInTimeWhenTheCommonPoolIsBusy() {
        CountDownLatch over = new CountDownLatch(1);
        try (Kiosk kiosk = Kiosk.open().onQuestions(Fates.stall())) {
            for (int task = 0; task < 4 * ForkJoinPool.getCommonPoolParallelism() + 4; task++) {
                ForkJoinPool.commonPool().execute(() -> quietly(over));
            }
            Payment<Wire> payment = kiosk.push();
            long start = System.nanoTime();
            payment.await(Duration.ofSeconds(1));
            CompletableFuture<Outcome> later = payment.awaitAsync(Duration.ofMillis(100));
            assertInstanceOf(Pending.class, end(later));

            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(took.compareTo(Duration.ofSeconds(30)) < 0, "took " + took);
        } finally {
            over.countDown();
        }
    }

    private static void quietly(CountDownLatch latch) {
        try {
            latch.await(120, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void closingEndsEveryWaitWithWhatIsKnownAndWhy() {
        Kiosk kiosk = Kiosk.open(setup -> setup.pollAfter(NEVER));
        Payment<Wire> payment = kiosk.push();
        CompletableFuture<Outcome> waiting = payment.awaitAsync(NEVER);
        CompletableFuture<Outcome> finding =
                kiosk.flow().findAsync(new Reference("kiosk", "push", "PushId", "P-2"), NEVER);
        kiosk.close();

        for (CompletableFuture<Outcome> wait : List.of(waiting, finding)) {
            Outcome outcome = end(wait);
            assertFalse(outcome.isSettled());
            assertTrue(outcome.why().contains("closed"), outcome.why());
        }
        assertFalse(payment.await(NEVER).isSettled(), "and a wait that begins later ends at once");
    }

    @Test
    void whatIsCalledAfterClosingSaysSo() {
        Kiosk kiosk = Kiosk.open();
        kiosk.close();

        for (Runnable call : List.<Runnable>of(
                kiosk::push,
                () -> kiosk.flow().find(new Reference("kiosk", "push", "PushId", "P-1"), SHORT),
                () -> kiosk.flow().ask(kiosk.market().balance(message -> "1")))) {
            InvalidInputException error = assertThrows(InvalidInputException.class, call::run);
            assertTrue(error.getMessage().contains("is closed"), error.getMessage());
        }
    }

    @Test
    void anInterruptedThreadLearnsWhatIsKnownAndKeepsItsFlag() {
        try (Kiosk kiosk = Kiosk.open(setup -> setup.pollAfter(NEVER))) {
            Payment<Wire> payment = kiosk.push();
            Thread.currentThread().interrupt();

            Outcome outcome = payment.await(NEVER);

            assertTrue(Thread.interrupted());
            assertEquals(
                    Reason.Kind.STOPPED,
                    assertInstanceOf(Pending.class, outcome).reason().kind());
        }
    }

    @Test
    void noTimeAtAllAndForEverAreLimitsToo() {
        Duration forEver = ChronoUnit.FOREVER.getDuration();
        try (Kiosk kiosk = Kiosk.open(setup -> setup.pollAfter(forEver))) {
            Payment<Wire> payment = kiosk.push();
            assertFalse(payment.await(Duration.ZERO).isSettled());
            assertFalse(payment.await(Duration.ofSeconds(-1)).isSettled());

            CompletableFuture<Outcome> waiting = payment.awaitAsync(forEver);
            CompletableFuture<Outcome> holding =
                    CompletableFuture.supplyAsync(() -> payment.await(forEver), task -> new Thread(task).start());
            assertFalse(waiting.isDone());
            kiosk.hear(kiosk.address(), "Code", "0");
            assertInstanceOf(Succeeded.class, end(waiting));
            assertInstanceOf(Succeeded.class, end(holding));
        }
    }

    private static Outcome end(CompletableFuture<Outcome> waiting) {
        return waiting.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
