package io.github.mpesasdk.core.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Decision;
import io.github.mpesasdk.Failed;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.NeedsPerson;
import io.github.mpesasdk.NotJournaledException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.SharedJournal;
import io.github.mpesasdk.core.testing.Wire;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Execution(ExecutionMode.CONCURRENT)
class JournaledPaymentTest {

    private static final Reconciling QUICK = Reconciling.STANDARD.after(Duration.ofMillis(50));
    private static final Reconciling IMPATIENT = QUICK.giveUpAfter(Duration.ofMillis(1));

    private final SharedJournal journal = new SharedJournal();
    private final BlockingQueue<Settled> settled = new LinkedBlockingQueue<>();
    private final BlockingQueue<NeedsPerson> people = new LinkedBlockingQueue<>();

    private Kiosk machine(Reconciling reconciling) {
        return Kiosk.open(setup -> adjusted(setup, reconciling));
    }

    private Kiosk.Setup adjusted(Kiosk.Setup setup, Reconciling reconciling) {
        return setup.journal(journal)
                .listeners(new Listeners(settled::add, people::add, null))
                .reconciling(reconciling);
    }

    private Kiosk silent() {
        return Kiosk.open(setup -> setup.journal(journal).reconciling(QUICK.off()));
    }

    private Settled next() throws InterruptedException {
        Settled heard = settled.poll(30, TimeUnit.SECONDS);
        if (heard == null) {
            throw new AssertionError("nothing was settled");
        }
        return heard;
    }

    @ParameterizedTest
    @EnumSource
    void whatOneMachineSentAnotherSettles(Market.Proof proof) throws Exception {
        try (Kiosk sender = Kiosk.open(setup -> (proof == Market.Proof.ID ? setup.byId() : setup)
                        .journal(journal)
                        .reconciling(QUICK.off()));
                Kiosk other =
                        Kiosk.open(setup -> adjusted(proof == Market.Proof.ID ? setup.byId() : setup, QUICK.off()))) {
            Payment<Wire> payment = sender.pay(KioskMarket.PAY, draft -> draft.order("17"));
            String id = Kiosk.field(sender.last("/pay"), "Id").orElseThrow();
            String address = Kiosk.field(sender.last("/pay"), "CallBackURL").orElse("");

            Received<Wire> received = other.hear(address, "Code", "0", "Amount", "1", "Id", id, "PushId", "P-1");

            assertTrue(received.isGenuine(), () -> received.whyNotGenuine().orElse(""));
            assertFalse(received.isRepetition());
            assertEquals(Optional.of("17"), received.order());
            Settled heard = next();
            assertEquals(Optional.of("17"), heard.order());
            assertTrue(heard.isPaid());
            assertInstanceOf(Succeeded.class, payment.await(Kiosk.LONG), "the sender reads it in the journal");
            assertTrue(
                    sender.hear(address, "Code", "0", "Amount", "1", "Id", id, "PushId", "P-1")
                            .isRepetition(),
                    "the other machine has heard it");
        }
    }

    @Test
    void aCallbackThatDoesNotFitIsFoundOutOnEveryMachine() {
        try (Kiosk sender = silent();
                Kiosk other = silent()) {
            sender.push();

            Received<Wire> received = other.hear(sender.address(), "Code", "0", "PushId", "P-another");

            assertFalse(received.isGenuine());
            assertTrue(received.whyNotGenuine().orElseThrow().contains("PushId"));
        }
    }

    @Test
    void whatNobodyToldIsAskedForByTheReconciler() throws Exception {
        try (Kiosk kiosk = machine(QUICK)) {
            kiosk.onQuestions(Kiosk.telling("0", "done"));
            kiosk.push();

            Settled heard = next();

            assertTrue(heard.isPaid(), heard::toString);
            assertEquals(Optional.of("order-17"), heard.order());
            assertEquals("P-1", heard.reference().value());
            assertNull(settled.poll(300, TimeUnit.MILLISECONDS), "it is told once");
        }
    }

    @Test
    void whatAProcessLeftOpenItsNextLifeSettles() throws Exception {
        Reference reference;
        try (Kiosk kiosk = silent()) {
            reference = kiosk.push().reference();
        }
        try (Kiosk kiosk = machine(QUICK).onQuestions(Kiosk.telling("0", "done"))) {
            assertEquals(reference, next().reference());
            Outcome found = kiosk.flow().find(reference, Kiosk.LONG);
            assertInstanceOf(Succeeded.class, found);
        }
    }

    @Test
    void aListenerThatThrowsHearsItAgain() throws Exception {
        AtomicInteger told = new AtomicInteger();
        Listeners moody = new Listeners(
                heard -> {
                    if (told.getAndIncrement() == 0) {
                        throw new IllegalStateException("the shop's database is away");
                    }
                    settled.add(heard);
                },
                null,
                null);
        try (Kiosk kiosk = Kiosk.open(setup -> setup.journal(journal).listeners(moody))) {
            kiosk.push();
            kiosk.hear(kiosk.address(), "Code", "0", "Amount", "1");

            assertTrue(next().isRepetition());
            assertEquals(2, told.get());
        }
    }

    @Test
    void nothingIsSentThatCannotBeWrittenDown() {
        try (Kiosk kiosk = silent()) {
            journal.goAway();

            NotJournaledException error = assertThrows(NotJournaledException.class, kiosk::push);

            assertTrue(error.getMessage().contains("Nothing was sent."), error.getMessage());
            assertEquals(0, kiosk.server().count("/push"));
            journal.comeBack();
            kiosk.push();
        }
    }

    @Test
    void nothingIsSentIfTheJournalGoesAwayWhileTheTokenIsFetched() {
        try (Kiosk kiosk = Kiosk.open(
                setup -> setup.journal(journal).reconciling(QUICK.off()).authorizer(new LateToken(journal::goAway)))) {
            assertThrows(NotJournaledException.class, kiosk::push);
            assertEquals(0, kiosk.server().count("/push"));
        }
    }

    @Test
    void whatHappenedWhileTheJournalWasAwayIsWrittenLater() throws Exception {
        try (Kiosk kiosk = machine(QUICK)) {
            kiosk.push();
            journal.goAway();

            assertThrows(NotJournaledException.class, () -> kiosk.hear(kiosk.address(), "Code", "0", "Amount", "1"));
            journal.comeBack();

            assertTrue(next().isPaid());
        }
    }

    @Test
    void aMachineWithoutReconcilerWritesLaterToo() throws Exception {
        try (Kiosk kiosk = machine(QUICK.off());
                Kiosk other = silent()) {
            Payment<Wire> payment = kiosk.push();
            journal.goAway();
            assertThrows(NotJournaledException.class, () -> kiosk.hear(kiosk.address(), "Code", "0", "Amount", "1"));
            journal.comeBack();

            assertTrue(next().isPaid());
            assertInstanceOf(Succeeded.class, other.flow().find(payment.reference(), Kiosk.LONG));
        }
    }

    @Test
    void aGatewayIsAnsweredInTimeWhileTheJournalHangs() throws Exception {
        String address;
        try (Kiosk before = silent()) {
            before.push();
            address = before.address();
        }
        try (Kiosk kiosk = machine(QUICK.off())) {
            journal.hang();
            long start = System.nanoTime();
            NotJournaledException error =
                    assertThrows(NotJournaledException.class, () -> kiosk.hear(address, "Code", "0", "Amount", "1"));
            assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 8_000, "Safaricom waits eight seconds");
            assertTrue(error.getMessage().contains("did not answer within"), error.getMessage());
            journal.comeBack();
            kiosk.hear(address, "Code", "0", "Amount", "1");
            assertEquals(Optional.of("order-17"), next().order());
        }
    }

    @Test
    void whatCannotBeLookedUpIsNotTakenForUnknown() throws Exception {
        Reference reference;
        String address;
        try (Kiosk before = silent()) {
            reference = before.push().reference();
            address = before.address();
        }
        try (Kiosk kiosk = machine(QUICK.off())) {
            journal.goAway();
            assertThrows(NotJournaledException.class, () -> kiosk.flow().find(reference, Duration.ofMillis(50)));
            journal.comeBack();
            kiosk.hear(address, "Code", "0", "Amount", "1");

            assertEquals(Optional.of("order-17"), next().order());
        }
    }

    @Test
    void aRefusalThatTheCallerGotIsNotToldAgainAndItsIdMayTryAgain() throws Exception {
        try (Kiosk kiosk = machine(QUICK)) {
            kiosk.onPayments(Fates.answer("400 No", request -> "{\"error\":\"wrong\",\"Id\":\"invoice-17\"}"));
            assertThrows(RefusedException.class, () -> kiosk.pay(KioskMarket.PAY, draft -> draft.id("invoice-17")));
            assertNull(settled.poll(1500, TimeUnit.MILLISECONDS));

            kiosk.onPayments(Kiosk.accepting("P-1"));
            kiosk.pay(KioskMarket.PAY, draft -> draft.id("invoice-17"));
            String address = Kiosk.field(kiosk.last("/pay"), "CallBackURL").orElseThrow();
            kiosk.hear(address, "Code", "0", "Amount", "1", "Id", "invoice-17");
            assertTrue(next().isPaid());
        }
    }

    @Test
    void anIdCanPayOnceOnAllMachines() {
        try (Kiosk one = silent();
                Kiosk other = silent()) {
            one.pay(KioskMarket.PAY, draft -> draft.id("invoice-17"));

            assertThrows(
                    InvalidInputException.class, () -> other.pay(KioskMarket.PAY, draft -> draft.id("invoice-17")));
            assertEquals(0, other.server().count("/pay"));
        }
    }

    @Test
    void whatNobodyCanTellNeedsAPersonWhoDecides() throws Exception {
        try (Kiosk kiosk = machine(IMPATIENT).onPayments(Fates.drop())) {
            assertThrows(UnknownOutcomeException.class, () -> kiosk.push(draft -> draft.order("17")));

            NeedsPerson needed = people.poll(30, TimeUnit.SECONDS);

            assertEquals(Optional.of("17"), needed.order());
            assertTrue(needed.reason().text().contains("Only the callback can tell."), needed::toString);
            assertEquals(0, kiosk.server().count("/status"));
            Settled decided = kiosk.flow().decide(needed.reference(), Decision.notPaid());
            assertInstanceOf(Failed.class, decided.outcome());
            assertInstanceOf(Failed.class, next().outcome());
            assertThrows(
                    InvalidInputException.class, () -> kiosk.flow().decide(needed.reference(), Decision.notPaid()));
        }
    }

    @Test
    void aTruthThatComesLateStillSettles() throws Exception {
        try (Kiosk kiosk = machine(IMPATIENT).onPayments(Fates.drop())) {
            assertThrows(UnknownOutcomeException.class, kiosk::push);
            assertEquals(
                    Optional.of("order-17"), people.poll(30, TimeUnit.SECONDS).order());

            kiosk.hear(kiosk.address(), "Code", "0", "Amount", "1");

            assertTrue(next().isPaid());
        }
    }

    @Test
    void aGatewayThatIsDownIsAskedLessAndLess() throws Exception {
        try (Kiosk kiosk = machine(QUICK.perSecond(20))) {
            for (int i = 0; i < 40; i++) {
                kiosk.push();
            }
            long before = kiosk.server().count("/status");
            TimeUnit.SECONDS.sleep(6);
            long whileDown = kiosk.server().count("/status") - before;

            kiosk.onQuestions(Kiosk.telling("0", "done"));
            for (int i = 0; i < 40; i++) {
                assertTrue(next().isPaid());
            }
            assertTrue(whileDown <= 30, "asked " + whileDown + " times in six seconds");
        }
    }
}
