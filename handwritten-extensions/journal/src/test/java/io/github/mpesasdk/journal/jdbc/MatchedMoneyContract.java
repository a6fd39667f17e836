package io.github.mpesasdk.journal.jdbc;

import static io.github.mpesasdk.journal.jdbc.Samples.accepted;
import static io.github.mpesasdk.journal.jdbc.Samples.callback;
import static io.github.mpesasdk.journal.jdbc.Samples.needsPerson;
import static io.github.mpesasdk.journal.jdbc.Samples.paid;
import static io.github.mpesasdk.journal.jdbc.Samples.paidWithoutReceipt;
import static io.github.mpesasdk.journal.jdbc.Samples.receipt;
import static io.github.mpesasdk.journal.jdbc.Samples.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Journal;
import io.github.mpesasdk.journal.Notice;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every journal does with money that looks like that of a push, where a question settled the push and nobody named
 * the receipt: it is that push's until a message says otherwise.
 */
abstract class MatchedMoneyContract {

    /** The journal under test; the same for all tests of a class. */
    abstract Journal journal() throws Exception;

    Book book() throws Exception {
        return journal().book("kenya/" + unique() + "/174379");
    }

    @Test
    void aCallbackTakesBackWhatWasTakenForAnotherPush() throws Exception {
        Book book = book();
        Entry one = accepted(book, "51");
        Entry other = accepted(book, "51");
        String ofOne = receipt();
        book.record(other, callback(), paidWithoutReceipt(other));
        assertFalse(book.receive(named(ofOne, "51", "INV-001")), "taken for the push that is paid");
        book.record(one, callback(), paid(one, ofOne));

        assertFalse(book.receive(named(receipt(), "51", "INV-001")), "it is the other's own");
        assertTrue(book.receive(named(receipt(), "51", "INV-001")), "both are paid");
    }

    @Test
    void moneyThatWasTakenForAPushIsToldWhereItsCallbackNamesOther() throws Exception {
        Book book = book();
        Entry push = accepted(book, "52");
        String unasked = receipt();
        String its = receipt();
        book.record(push, callback(), paidWithoutReceipt(push));
        assertFalse(book.receive(named(unasked, "52", "INV-001")));
        assertEquals(List.of(), moneyToTell(book));
        book.record(push, callback(), paid(push, its));

        assertEquals(List.of(unasked), moneyToTell(book));
        assertFalse(book.receive(named(its, "52", "INV-001")));
        assertTrue(book.receive(named(receipt(), "52", "INV-001")), "the push is paid");
    }

    @Test
    void moneyThatWasTakenForAPushMayBeThatOfAnOpenOne() throws Exception {
        Book book = book();
        Entry open = accepted(book, "53");
        Entry push = accepted(book, "53");
        String ofOpen = receipt();
        String its = receipt();
        book.record(push, callback(), paidWithoutReceipt(push));
        assertFalse(book.receive(named(ofOpen, "53", "INV-001")));
        book.record(push, callback(), paid(push, its));
        book.record(open, callback(), paid(open, ofOpen));

        assertEquals(List.of(), moneyToTell(book));
        assertFalse(book.receive(named(its, "53", "INV-001")));
    }

    @Test
    void moneyThatWasTakenForAPushMayBeThatOfAnotherPaidOne() throws Exception {
        Book book = book();
        Entry push = accepted(book, "54");
        Entry other = accepted(book, "54");
        String taken = receipt();
        String its = receipt();
        book.record(push, callback(), paidWithoutReceipt(push));
        assertFalse(book.receive(named(taken, "54", "INV-001")));
        book.record(other, callback(), paidWithoutReceipt(other));
        book.record(push, callback(), paid(push, its));

        assertEquals(List.of(), moneyToTell(book));
        assertFalse(book.receive(named(its, "54", "INV-001")));
        assertTrue(book.receive(named(receipt(), "54", "INV-001")), "both are paid");
    }

    @Test
    void whatWasTakenForAPushIsItsOwnOnceItsCallbackSaysSo() throws Exception {
        Book book = book();
        Entry push = accepted(book, "55");
        String its = receipt();
        book.record(push, callback(), paidWithoutReceipt(push));
        assertFalse(book.receive(named(its, "55", "INV-001")));
        book.record(push, callback(), paid(push, its));
        // Whatever claims it now is wrong.
        book.record(push, callback(), paid(push, receipt()));

        assertEquals(List.of(), moneyToTell(book));
        assertTrue(book.receive(named(receipt(), "55", "INV-001")));
    }

    @Test
    void moneyThatFailedToBeHeardIsToldAgainOnlyIfItIsOfNoPush() throws Exception {
        Book book = book();
        Entry push = accepted(book, "57");
        CustomerPayment unasked = named(receipt(), "57", "INV-001");
        book.record(push, callback(), needsPerson());
        assertTrue(book.receive(unasked));
        Notice handed =
                book.notices(10, EnumSet.of(Notice.Kind.MONEY), Set.of()).get(0);
        book.record(push, callback(), paidWithoutReceipt(push));
        book.tellLater(handed, Duration.ZERO);

        assertEquals(List.of(), moneyToTell(book), "it is the push, which says that it is a repetition");
        book.record(push, callback(), paid(push, receipt()));
        Notice.OfMoney again = (Notice.OfMoney)
                book.notices(10, EnumSet.of(Notice.Kind.MONEY), Set.of()).get(0);
        assertEquals(unasked.receipt(), again.payment().receipt());
        assertTrue(again.payment().isRepetition());
    }

    @Test
    void twoPushesThatWereMatchedCrosswiseHaveTheirOwn() throws Exception {
        Book book = book();
        Entry one = accepted(book, "59");
        Entry other = accepted(book, "59");
        String ofOne = receipt();
        book.record(one, callback(), paidWithoutReceipt(one));
        book.record(other, callback(), paidWithoutReceipt(other));
        assertFalse(book.receive(named(receipt(), "59", "INV-001")));
        assertFalse(book.receive(named(ofOne, "59", "INV-001")));
        book.record(one, callback(), paid(one, ofOne));

        assertEquals(List.of(), moneyToTell(book));
        assertTrue(book.receive(named(receipt(), "59", "INV-001")), "both are paid");
    }

    @Test
    void aSettlementThatWasARepetitionByMistakeIsToldAnew() throws Exception {
        Book book = book();
        Entry push = accepted(book, "60");
        String its = receipt();
        book.record(push, callback(), needsPerson());
        assertTrue(book.receive(named(receipt(), "60", "INV-001")));
        book.told(book.notices(10, EnumSet.of(Notice.Kind.MONEY), Set.of()).get(0));
        book.record(push, callback(), paidWithoutReceipt(push));
        Notice.OfSettlement settlement = (Notice.OfSettlement)
                book.notices(10, EnumSet.of(Notice.Kind.SETTLEMENT), Set.of()).get(0);
        assertTrue(settlement.settled().isRepetition());
        book.told(settlement);
        book.record(push, callback(), paid(push, its));

        Notice.OfSettlement again = (Notice.OfSettlement)
                book.notices(10, EnumSet.of(Notice.Kind.SETTLEMENT), Set.of()).get(0);
        assertFalse(again.settled().isRepetition(), "its own money was never told");
        assertFalse(book.receive(named(its, "60", "INV-001")));
    }

    @Test
    void aCorrectionOutlastsTheListenerThatStillHasTheMistake() throws Exception {
        Book book = book();
        Entry push = accepted(book, "62");
        String its = receipt();
        book.record(push, callback(), needsPerson());
        assertTrue(book.receive(named(receipt(), "62", "INV-001")));
        book.told(book.notices(10, EnumSet.of(Notice.Kind.MONEY), Set.of()).get(0));
        book.record(push, callback(), paidWithoutReceipt(push));
        Notice mistake =
                book.notices(10, EnumSet.of(Notice.Kind.SETTLEMENT), Set.of()).get(0);
        book.record(push, callback(), paid(push, its));
        book.told(mistake);

        Notice.OfSettlement again = (Notice.OfSettlement)
                book.notices(10, EnumSet.of(Notice.Kind.SETTLEMENT), Set.of()).get(0);
        assertFalse(again.settled().isRepetition(), "its own money was never told");
    }

    @Test
    void aSettlementThatWasToldIsNotToldAnewForWhatItNeverSaid() throws Exception {
        Book book = book();
        Entry push = accepted(book, "61");
        Entry other = accepted(book, "61");
        String ofOther = receipt();
        book.record(push, callback(), paidWithoutReceipt(push));
        book.told(book.notices(10, EnumSet.of(Notice.Kind.SETTLEMENT), Set.of()).get(0));
        assertFalse(book.receive(named(ofOther, "61", "INV-001")));
        book.record(other, callback(), needsPerson());
        CustomerPayment unasked = named(receipt(), "61", "INV-001");
        assertTrue(book.receive(unasked));
        book.told(book.notices(10, EnumSet.of(Notice.Kind.MONEY), Set.of()).get(0));
        book.record(other, callback(), paid(other, ofOther));
        book.told(book.notices(10, EnumSet.of(Notice.Kind.SETTLEMENT), Set.of()).get(0));
        book.record(push, callback(), paid(push, receipt()));

        assertEquals(List.of(), book.notices(10, EnumSet.of(Notice.Kind.SETTLEMENT), Set.of()));
        assertEquals(List.of(unasked.receipt()), moneyToTell(book), "as a repetition");
    }

    @Test
    void whatLooksLikeAPushIsNoReceiptOfItUntilAMessageNamesOne() throws Exception {
        Book book = book();
        Entry push = accepted(book, "58");
        String its = receipt();
        book.record(push, callback(), paidWithoutReceipt(push));
        assertFalse(book.receive(named(receipt(), "58", "INV-001")));
        assertNull(receiptOf(book, push));
        book.record(push, callback(), paid(push, its));

        assertEquals(its, receiptOf(book, push));
    }

    private static @Nullable String receiptOf(Book book, Entry push) {
        return book.find(push.key()).orElseThrow().settledBy().orElseThrow().receipt();
    }

    static List<String> moneyToTell(Book book) {
        return book.notices(10, EnumSet.of(Notice.Kind.MONEY), Set.of()).stream()
                .map(notice -> ((Notice.OfMoney) notice).payment().receipt())
                .toList();
    }

    static CustomerPayment named(String receipt, String amount, @Nullable String label) {
        return CustomerPayment.of(
                receipt,
                new BigDecimal(amount),
                Samples.SHORT_CODE,
                label,
                Instant.now(),
                CustomerPayment.Source.CONFIRMATION);
    }
}
