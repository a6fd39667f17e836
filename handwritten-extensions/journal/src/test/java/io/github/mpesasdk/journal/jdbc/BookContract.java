package io.github.mpesasdk.journal.jdbc;

import static io.github.mpesasdk.journal.jdbc.Samples.accepted;
import static io.github.mpesasdk.journal.jdbc.Samples.callback;
import static io.github.mpesasdk.journal.jdbc.Samples.failed;
import static io.github.mpesasdk.journal.jdbc.Samples.money;
import static io.github.mpesasdk.journal.jdbc.Samples.needsPerson;
import static io.github.mpesasdk.journal.jdbc.Samples.paid;
import static io.github.mpesasdk.journal.jdbc.Samples.payment;
import static io.github.mpesasdk.journal.jdbc.Samples.receipt;
import static io.github.mpesasdk.journal.jdbc.Samples.sent;
import static io.github.mpesasdk.journal.jdbc.Samples.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.Failed;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Event;
import io.github.mpesasdk.journal.Notice;
import io.github.mpesasdk.journal.PaymentState;
import io.github.mpesasdk.journal.Recorded;
import io.github.mpesasdk.journal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every journal does, in memory or in a database. */
abstract class BookContract extends MoneyContract {

    static PaymentState state(Book book, Entry entry) {
        return book.find(entry.key()).orElseThrow().state();
    }

    static List<String> keys(List<Entry> entries) {
        return entries.stream().map(Entry::key).toList();
    }

    @Test
    void anIdPaysOnce() throws Exception {
        Book book = book();
        Entry entry = payment(book, "10");
        assertTrue(book.prepare(entry));
        assertFalse(book.prepare(entry));
        assertTrue(book.send(entry.key(), Duration.ZERO));
        assertFalse(book.send(unique(), Duration.ZERO), "a payment that nobody prepared");
    }

    @Test
    void anIdThatWasRefusedAtOnceMayBeUsedAgain() throws Exception {
        Book book = book();
        Entry entry = sent(book, "10");
        Entry same =
                Entry.prepared(unique(), entry.reference(), "order-18", entry.traits(), entry.repeats(), book.now());
        assertFalse(book.prepare(same), "another machine has the same id");
        Verdict refused = Verdict.toldByError(Samples.CANCELLED, null, "The call ended with an error: nothing moved.");
        book.record(entry, new Event(Event.Kind.REFUSAL, "refused", "1032"), refused);
        assertTrue(book.prepare(same));
        assertFalse(book.prepare(same));
        assertEquals(same.key(), book.named(entry.reference()).orElseThrow().key());
    }

    @Test
    void whatHasNoNameBeforeTheSendDoesNotCollide() throws Exception {
        Book book = book();
        for (int i = 0; i < 2; i++) {
            Entry entry = payment(book, "10").named(new Reference("kenya", "stkPush", "", unique()), Map.of());
            assertTrue(book.prepare(entry));
            assertEquals(entry.reference(), book.find(entry.key()).orElseThrow().reference());
        }
    }

    @Test
    void aPaymentIsReadAsItWasWritten() throws Exception {
        Book book = book();
        Entry entry = payment(book, "10.50");
        book.prepare(entry);
        Entry read = book.find(entry.key()).orElseThrow();
        assertEquals(entry.reference(), read.reference());
        assertEquals(entry.traits(), read.traits());
        assertEquals(entry.repeats(), read.repeats());
        assertEquals(entry.orderKey(), read.orderKey());
        assertEquals(entry.operation(), read.operation());
        assertEquals(PaymentState.PREPARED, read.state());
        assertEquals(Optional.empty(), read.settledBy());
        assertTrue(Duration.between(read.preparedAt(), book.now()).abs().toSeconds() < 20);
    }

    @Test
    void aPaymentIsFoundByBothItsNames() throws Exception {
        Book book = book();
        Entry entry = sent(book, "10");
        Entry renamed = entry.named(Samples.reference(), Map.of("CheckoutRequestID", "ws_CO_1"));
        book.accept(entry.key(), renamed.reference(), renamed.repeats());
        assertEquals(entry.key(), book.named(renamed.reference()).orElseThrow().key());
        assertEquals(entry.key(), book.named(entry.reference()).orElseThrow().key());
        Entry read = book.find(entry.key()).orElseThrow();
        assertEquals(renamed.reference(), read.reference());
        assertEquals(renamed.repeats(), read.repeats());
        assertEquals(PaymentState.ACCEPTED, read.state());
        assertEquals(Optional.empty(), book.named(Samples.reference()));
    }

    @Test
    void whatSettledFirstStands() throws Exception {
        Book book = book();
        Entry entry = accepted(book, "10");
        Event callback = callback();
        assertEquals(
                new Recorded(true, false), book.record(entry, new Event(Event.Kind.ANSWER, "pending", null), null));
        assertEquals(new Recorded(true, true), book.record(entry, callback, failed(entry)));
        assertEquals(new Recorded(false, false), book.record(entry, callback, failed(entry)));
        assertEquals(new Recorded(true, false), book.record(entry, callback(), paid(entry, receipt())));
        Verdict verdict = book.find(entry.key()).orElseThrow().settledBy().orElseThrow();
        assertEquals(PaymentState.FAILED, verdict.state());
        assertEquals("1032", verdict.code().value());
        assertTrue(verdict.code().isFinal());
        assertEquals("The customer cancelled.", verdict.code().meaning());
        assertEquals("Request cancelled by 254708374149", verdict.words());
    }

    @Test
    void anAcceptanceThatComesLateChangesNoSettlement() throws Exception {
        Book book = book();
        Entry entry = sent(book, "10");
        book.record(entry, callback(), paid(entry, receipt()));
        book.accept(entry.key(), entry.reference(), entry.repeats());
        assertEquals(PaymentState.PAID, state(book, entry));
    }

    @Test
    void anEntryThatHasExpiredIsWrittenDownAsSettled() throws Exception {
        Book book = book();
        Entry entry = payment(book, "10").in(PaymentState.ACCEPTED, null);
        assertEquals(new Recorded(true, true), book.record(entry, callback(), paid(entry, receipt())));
        assertEquals(PaymentState.PAID, state(book, entry));
        assertEquals(new Recorded(true, false), book.record(entry, callback(), failed(entry)));
        assertEquals(
                1, book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).size());
    }

    @Test
    void anEntryThatTheFlowHasAsPreparedIsWrittenDownAsSettledToo() throws Exception {
        Book book = book();
        Entry entry = payment(book, "10");
        assertEquals(new Recorded(true, true), book.record(entry, callback(), paid(entry, receipt())));
        assertEquals(PaymentState.PAID, state(book, entry));
        Entry unclear = payment(book, "11");
        Event decision = new Event(Event.Kind.DECISION, "NEEDS_PERSON", null);
        assertEquals(new Recorded(true, true), book.record(unclear, decision, needsPerson()));
    }

    @Test
    void whatNamesNoPaymentFindsNone() throws Exception {
        Book book = book();
        Reference nameless = new Reference("kenya", "stkPush", "", "");
        for (int i = 0; i < 2; i++) {
            Entry stranger = Entry.heardOf(unique(), "stkPush", nameless, "order-" + i, book.now());
            assertEquals(new Recorded(true, true), book.record(stranger, callback(), paid(stranger, receipt())));
        }
        assertEquals(Optional.empty(), book.named(nameless));
        assertTrue(book.prepare(payment(book, "10").named(nameless, Map.of())));
        assertTrue(book.prepare(payment(book, "10").named(nameless, Map.of())));
    }

    @Test
    void onlyWhatWasNeverSentIsGivenUp() throws Exception {
        Book book = book();
        Entry prepared = payment(book, "10");
        book.prepare(prepared);
        Entry sent = sent(book, "11");
        assertTrue(book.giveUp(prepared.key(), Verdict.neverSent()));
        assertFalse(book.giveUp(prepared.key(), Verdict.neverSent()));
        assertFalse(book.giveUp(sent.key(), Verdict.neverSent()));
        assertFalse(book.send(prepared.key(), Duration.ZERO));
        assertEquals(PaymentState.FAILED, state(book, prepared));
        assertEquals(PaymentState.SENT, state(book, sent));
        assertEquals(
                1, book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).size());
    }

    @Test
    void aRivalLooksTheSameAndDidNotFail() throws Exception {
        Book book = book();
        Entry entry = accepted(book, "10");
        Entry other = accepted(book, "11");
        assertFalse(book.hasRival(entry));
        Entry rival = accepted(book, "10");
        assertTrue(book.hasRival(entry));
        book.record(rival, callback(), failed(rival));
        assertFalse(book.hasRival(entry));
        assertFalse(book.hasRival(other));
    }

    @Test
    void whatIsClaimedIsLeftAloneForAWhile() throws Exception {
        Book book = book();
        Entry first = accepted(book, "10");
        Entry second = accepted(book, "11");
        Entry settled = accepted(book, "12");
        book.record(settled, callback(), failed(settled));
        List<Entry> claimed = book.claim(1, entry -> Duration.ZERO);
        assertEquals(1, claimed.size());
        assertEquals(1, book.find(claimed.get(0).key()).orElseThrow().questions());
        List<String> all = keys(book.claim(10, entry -> Duration.ofHours(1)));
        assertTrue(all.containsAll(List.of(first.key(), second.key())));
        assertEquals(2, all.size());
        assertEquals(List.of(), book.claim(10, entry -> Duration.ZERO));
    }

    @Test
    void listenersHearOfASettlementUntilTheyHaveHeard() throws Exception {
        Book book = book();
        Entry entry = accepted(book, "10");
        String receipt = receipt();
        book.record(entry, callback(), paid(entry, receipt));
        Notice.OfSettlement first = (Notice.OfSettlement)
                book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).get(0);
        assertTrue(first.settled().isPaid());
        assertFalse(first.settled().isRepetition());
        assertEquals(Optional.of("order-17"), first.settled().order());
        assertEquals(entry.reference(), first.settled().reference());
        assertEquals(
                Optional.of(receipt),
                ((io.github.mpesasdk.Succeeded) first.settled().outcome()).receipt());
        assertEquals(List.of(), book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()), "taken");
        book.tellLater(first, Duration.ZERO);
        Notice.OfSettlement again = (Notice.OfSettlement)
                book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).get(0);
        assertEquals(1, again.attempts());
        assertTrue(again.settled().isRepetition());
        book.told(again);
        assertEquals(List.of(), book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()));
    }

    @Test
    void whatAListenerOfThisProcessStillHasIsLeftToOthers() throws Exception {
        Book book = book();
        Entry stuck = accepted(book, "10");
        book.record(stuck, callback(), paid(stuck, receipt()));
        Notice taken =
                book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).get(0);
        book.tellLater(taken, Duration.ZERO);
        Entry other = accepted(book, "11");
        book.record(other, callback(), paid(other, receipt()));

        List<Notice> rest = book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of(taken.id(), -1L));
        assertEquals(1, rest.size());
        assertNotEquals(taken.id(), rest.get(0).id());
        List<Notice> ofOthers = book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of());
        assertEquals(List.of(taken.id()), ofOthers.stream().map(Notice::id).toList());
    }

    @Test
    void aPersonIsNotAskedAgainAboutWhatWasSettledMeanwhile() throws Exception {
        Book book = book();
        Entry entry = accepted(book, "10");
        Verdict nobodyKnows = Verdict.needsPerson(null, "", "Nobody could say.");
        book.record(entry, new Event(Event.Kind.DECISION, "needs a person", null), nobodyKnows);
        Notice person =
                book.notices(10, EnumSet.of(Notice.Kind.PERSON), Set.of()).get(0);
        book.record(entry, callback(), paid(entry, receipt()));
        book.tellLater(person, Duration.ZERO);

        assertEquals(List.of(), book.notices(10, EnumSet.of(Notice.Kind.PERSON), Set.of()));
    }

    @Test
    void theKindThatIsNamedFirstComesFirst() throws Exception {
        Book book = book();
        Entry entry = accepted(book, "10");
        book.record(entry, callback(), paid(entry, receipt()));
        assertTrue(book.receive(MatchedMoneyContract.named(receipt(), "77", "INV-9")));

        Set<Notice.Kind> moneyFirst = new LinkedHashSet<>(List.of(Notice.Kind.MONEY, Notice.Kind.SETTLEMENT));
        assertEquals(
                Notice.Kind.MONEY, book.notices(1, moneyFirst, Set.of()).get(0).kind());
    }

    @Test
    void whatTheCallerGotAsAnErrorIsNotToldAgain() throws Exception {
        Book book = book();
        Entry entry = sent(book, "10");
        Verdict verdict = Verdict.toldByError(Samples.CANCELLED, "no", "The call ended with an error: nothing moved.");
        assertTrue(book.record(entry, new Event(Event.Kind.REFUSAL, "refused", "1032"), verdict)
                .hasSettled());
        assertEquals(List.of(), book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()));
        assertEquals(PaymentState.FAILED, state(book, entry));
    }

    @Test
    void aPersonIsAskedAndTheTruthMayStillCome() throws Exception {
        Book book = book();
        Entry entry = accepted(book, "10");
        book.claim(10, due -> Duration.ofHours(1));
        Event decision = new Event(Event.Kind.DECISION, "NEEDS_PERSON", null);
        assertTrue(book.record(entry, decision, needsPerson()).hasSettled());
        assertFalse(book.record(entry, decision, needsPerson()).hasSettled());
        Notice.OfPerson notice = (Notice.OfPerson)
                book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).get(0);
        assertEquals(entry.reference(), notice.payment().reference());
        assertEquals(Reason.Kind.NEEDS_PERSON, notice.payment().reason().kind());
        assertEquals("Nobody could say for a day.", notice.payment().reason().text());
        book.told(notice);
        assertTrue(book.record(entry, callback(), paid(entry, receipt())).hasSettled());
        Settled settled = ((Notice.OfSettlement) book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of())
                        .get(0))
                .settled();
        assertTrue(settled.isPaid());
        assertFalse(settled.isRepetition());
    }

    @Test
    void aFailureKeepsItsCodeAndWords() throws Exception {
        Book book = book();
        Entry entry = accepted(book, "10");
        book.record(entry, callback(), failed(entry));
        Failed outcome = (Failed) ((Notice.OfSettlement) book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of())
                        .get(0))
                .settled()
                .outcome();
        assertEquals("1032", outcome.code().orElseThrow().value());
        assertEquals("The customer cancelled.", outcome.meaning());
        assertEquals("Ask again.", outcome.advice());
        assertEquals("Request cancelled by 254708374149", outcome.words());
    }

    @Test
    void aTaskIsDoneByOneAndContinues() throws Exception {
        Book book = book();
        Instant before = book.now();
        Instant from = book.take("compare", Duration.ofHours(1)).orElseThrow();
        assertFalse(from.isBefore(before));
        assertEquals(Optional.empty(), book.take("compare", Duration.ofHours(1)));
        assertTrue(book.take("other", Duration.ZERO).isPresent());
        Instant until = from.plusSeconds(5).truncatedTo(ChronoUnit.MILLIS);
        book.done("other", until);
        assertEquals(Optional.of(until), book.take("other", Duration.ZERO));
    }

    @Test
    void merchantsDoNotSeeEachOther() throws Exception {
        Book book = book();
        Book other = book();
        Entry entry = accepted(book, "10");
        String receipt = receipt();
        book.receive(money(receipt, "11"));
        assertEquals(Optional.empty(), other.find(entry.key()));
        assertEquals(Optional.empty(), other.named(entry.reference()));
        assertEquals(List.of(), other.claim(10, due -> Duration.ZERO));
        assertEquals(List.of(), other.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()));
        assertTrue(other.receive(money(receipt, "11")));
        assertTrue(other.prepare(entry));
    }

    @Test
    void aDigestIsTheSameForTheSameAndTellsNothing() throws Exception {
        Book book = book();
        assertEquals(book.digest("254708374149"), book.digest("254708374149"));
        assertNotEquals(book.digest("254708374149"), book.digest("254708374150"));
        assertFalse(book.digest("254708374149").contains("708374149"));
    }

    @Test
    void tokensAreSharedAndForgottenOnlyIfTheyAreStillTheSame() throws Exception {
        TokenStore tokens = journal().tokenStore();
        String key = "kenya https://sandbox.safaricom.co.ke " + unique();
        Instant expiry = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);
        AccessToken old = new AccessToken("old-" + unique(), expiry);
        AccessToken fresh = new AccessToken("new-" + unique(), expiry);
        assertEquals(Optional.empty(), tokens.load(key));
        tokens.save(key, old);
        tokens.save(key, fresh);
        tokens.remove(key, old);
        assertEquals(Optional.of(fresh), tokens.load(key));
        tokens.remove(key, fresh);
        assertEquals(Optional.empty(), tokens.load(key));
    }
}
