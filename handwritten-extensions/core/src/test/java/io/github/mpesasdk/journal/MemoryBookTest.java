package io.github.mpesasdk.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.Decision;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.testing.FakeClock;
import io.github.mpesasdk.core.testing.SdkLog;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long the journal in memory keeps what, and what it says of what it has to forget. */
class MemoryBookTest {

    private static final Duration DAYS = Duration.ofDays(3);

    private final FakeClock clock = new FakeClock();
    private final Book book = new MemoryBook(clock, 100, 20);

    @RegisterExtension
    final SdkLog log = new SdkLog();

    private int count;

    private Entry sent() {
        String id = "ws_CO_" + ++count;
        Entry entry = Entry.prepared(
                "key" + count,
                new Reference("kenya", "stkPush", "CheckoutRequestID", id),
                "17",
                Traits.NONE,
                Map.of(),
                clock.instant());
        book.prepare(entry);
        book.send(entry.key(), Duration.ZERO);
        return entry;
    }

    private Entry needsPerson() {
        Entry entry = sent();
        Event decision = new Event(Event.Kind.DECISION, "NEEDS_PERSON", null);
        assertTrue(book.record(entry, decision, Verdict.needsPerson(null, null, "Nobody could say."))
                .hasSettled());
        return entry;
    }

    private Recorded pay(Entry entry) {
        return book.record(
                entry, new Event(Event.Kind.DECISION, "PAID", null), Verdict.decided(Decision.paid("UKT0EXAMPLE")));
    }

    private CustomerPayment money() {
        return CustomerPayment.of(
                "R" + ++count, BigDecimal.TEN, "174379", null, Instant.EPOCH, CustomerPayment.Source.CONFIRMATION);
    }

    // What is forgotten goes when something else comes.
    private void pass(Duration time) {
        clock.advance(time);
        pay(sent());
        clock.advance(time);
    }

    @Test
    void whatNeedsAPersonStaysUntilSomebodyDecides() {
        Entry entry = needsPerson();
        pass(DAYS);
        assertEquals(
                PaymentState.NEEDS_PERSON,
                book.named(entry.reference()).orElseThrow().state());
        assertFalse(book.prepare(entry), "its id may have paid");
        assertTrue(pay(entry).hasSettled());
        assertEquals(PaymentState.PAID, book.find(entry.key()).orElseThrow().state());
        pass(DAYS);
        assertEquals(Optional.empty(), book.named(entry.reference()));
    }

    @Test
    void whatIsOpenStaysUntilItIsSettled() {
        Entry entry = sent();
        Reference other = new Reference("kenya", "stkPush", "CheckoutRequestID", "ws_CO_other");
        book.accept(entry.key(), other, Map.of());
        pass(DAYS);
        assertEquals(PaymentState.ACCEPTED, book.named(other).orElseThrow().state());
        assertEquals(entry.key(), book.named(entry.reference()).orElseThrow().key(), "the name that it was sent with");
        assertEquals(
                entry.key(), book.claim(1, due -> Duration.ofHours(1)).get(0).key());
    }

    @Test
    void theOldestGoWhenThereAreTooManyAndTheLogSaysSo() {
        Entry first = needsPerson();
        Entry last = first;
        for (int i = 0; i < 100; i++) {
            last = needsPerson();
        }
        pass(DAYS);
        assertEquals(Optional.empty(), book.find(first.key()));
        assertEquals(Optional.empty(), book.named(first.reference()));
        assertTrue(book.named(last.reference()).isPresent());
        assertTrue(log.text().contains("more than 100 payments are open or need a person"), log.text());
    }

    @Test
    void moneyThatNobodyListensToIsAnsweredAllTheSame() {
        for (int i = 0; i < 50; i++) {
            assertTrue(book.receive(money()));
        }
        assertTrue(log.text().contains("has forgotten 2 notices of the kind MONEY"), log.text());
    }

    @Test
    void moneyThatNobodyListensToGoesAfterADay() {
        book.receive(money());
        pass(DAYS);
        assertTrue(book.receive(money()));
        assertEquals(
                1, book.notices(10, EnumSet.of(Notice.Kind.MONEY), Set.of()).size());
        assertTrue(log.text().contains("has forgotten 1 notices of the kind MONEY"), log.text());
    }

    @Test
    void whatAListenerHasYetToHearIsNeverForgotten() {
        book.notices(1, EnumSet.of(Notice.Kind.MONEY), Set.of());
        for (int i = 0; i < 20; i++) {
            book.receive(money());
        }
        pass(DAYS);
        assertThrows(JournalException.class, () -> book.receive(money()));
        assertEquals(
                20, book.notices(100, EnumSet.of(Notice.Kind.MONEY), Set.of()).size());
        assertTrue(book.receive(money()));
    }

    @Test
    void aSettlementByAQuestionSaysThatItsMoneyWasTold() {
        Entry push = Entry.prepared(
                "key of a push",
                new Reference("kenya", "stkPush", "CheckoutRequestID", "ws_CO_9"),
                "17",
                new Traits("10", null, null, "174379"),
                Map.of(),
                clock.instant());
        book.prepare(push);
        book.send(push.key(), Duration.ZERO);
        book.receive(CustomerPayment.of(
                "UKT0EXAMPL", BigDecimal.TEN, "174379", null, clock.instant(), CustomerPayment.Source.CONFIRMATION));
        clock.advance(Duration.ofMinutes(11));
        assertEquals(
                1, book.notices(10, EnumSet.of(Notice.Kind.MONEY), Set.of()).size());

        book.record(
                push,
                new Event(Event.Kind.ANSWER, "PAID", null),
                new Verdict(PaymentState.PAID, null, null, null, "", true));

        Notice settled =
                book.notices(10, EnumSet.of(Notice.Kind.SETTLEMENT), Set.of()).get(0);
        assertTrue(((Notice.OfSettlement) settled).settled().isRepetition());
    }
}
