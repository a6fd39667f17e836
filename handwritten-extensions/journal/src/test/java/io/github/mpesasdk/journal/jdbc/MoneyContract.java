package io.github.mpesasdk.journal.jdbc;

import static io.github.mpesasdk.journal.jdbc.Samples.accepted;
import static io.github.mpesasdk.journal.jdbc.Samples.callback;
import static io.github.mpesasdk.journal.jdbc.Samples.money;
import static io.github.mpesasdk.journal.jdbc.Samples.needsPerson;
import static io.github.mpesasdk.journal.jdbc.Samples.paid;
import static io.github.mpesasdk.journal.jdbc.Samples.paidWithoutReceipt;
import static io.github.mpesasdk.journal.jdbc.Samples.payment;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every journal does with money that comes unasked: each receipt is handed on once, also beside pushes. */
abstract class MoneyContract {

    /** The journal under test; the same for all tests of a class. */
    abstract Journal journal() throws Exception;

    Book book() throws Exception {
        return journal().book("kenya/" + unique() + "/174379");
    }

    @Test
    void eachReceiptIsHandedOnOnce() throws Exception {
        Book book = book();
        CustomerPayment payment = money(receipt(), "250.00");
        assertTrue(book.receive(payment));
        assertFalse(book.receive(payment));
        Notice.OfMoney notice = (Notice.OfMoney)
                book.notices(10, EnumSet.allOf(Notice.Kind.class)).get(0);
        CustomerPayment heard = notice.payment();
        assertEquals(payment.receipt(), heard.receipt());
        assertEquals(payment.amount(), heard.amount());
        assertEquals(payment.shortCode(), heard.shortCode());
        assertEquals(payment.reference(), heard.reference());
        assertEquals(payment.at(), heard.at());
        assertEquals(payment.source(), heard.source());
        assertFalse(heard.isRepetition());
        book.told(notice);
        assertFalse(book.receive(payment));
        assertEquals(List.of(), book.notices(10, EnumSet.allOf(Notice.Kind.class)));
    }

    @Test
    void aReceiptThatComesAgainWithAnotherAmountIsWarnedOfAndTheFirstCounts() throws Exception {
        Book book = book();
        String receipt = receipt();
        String ofPush = receipt();
        Entry push = accepted(book, "10");
        try (Warnings warnings = Warnings.heard()) {
            assertTrue(book.receive(money(receipt, "250.00")));
            assertFalse(book.receive(money(receipt, "250")));
            book.record(push, callback(), paid(push, ofPush));
            assertFalse(book.receive(money(ofPush, "10.00")));
            assertEquals(List.of(), warnings.of("came again"));

            assertFalse(book.receive(money(receipt, "2500")));
            assertFalse(book.receive(money(ofPush, "11")));
            Entry other = accepted(book, "12");
            book.record(other, callback(), paid(other, receipt));

            List<String> said = warnings.of("came again");
            assertEquals(3, said.size(), said::toString);
            assertTrue(said.get(0).contains(receipt) && said.get(0).contains("2500"), said::toString);
        }
        assertFalse(book.receive(money(receipt, "250.00")), "the first is known");
    }

    @Test
    void aPushThatComesAsMoneyTooIsOnePayment() throws Exception {
        Book book = book();
        Entry entry = accepted(book, "10");
        String receipt = receipt();
        book.record(entry, callback(), paid(entry, receipt));
        assertFalse(book.receive(money(receipt, "10")));
        assertEquals(1, book.notices(10, EnumSet.allOf(Notice.Kind.class)).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"370", "370.0", "370.000", "3.7E+2"})
    void theNoticeOfAPushThatAQuestionSettledIsNoNewMoney(String amount) throws Exception {
        Book book = book();
        Entry entry = accepted(book, amount);
        book.record(entry, callback(), paidWithoutReceipt(entry));

        assertFalse(book.receive(named(receipt(), "370.00", "inv-001 ")), "it is the push");
        assertTrue(book.receive(named(receipt(), "370.00", "INV-001")), "a push is paid once");
        assertTrue(book.receive(named(receipt(), "370.00", "ELSE")));
    }

    @Test
    void theNoticeThatCameBeforeTheQuestionIsNoNewMoneyEither() throws Exception {
        Book book = book();
        Entry entry = accepted(book, "38");
        String receipt = receipt();
        assertTrue(book.receive(named(receipt, "38", "INV-001")));
        book.record(entry, callback(), paidWithoutReceipt(entry));

        assertTrue(book.notices(10, EnumSet.of(Notice.Kind.MONEY)).isEmpty());
        assertFalse(book.receive(named(receipt, "38", "INV-001")));
        assertTrue(book.receive(named(receipt(), "38", "INV-001")), "and only one");
    }

    @Test
    void aReceiptThatIsToldLateIsKnown() throws Exception {
        Book book = book();
        Entry entry = accepted(book, "39");
        String receipt = receipt();
        book.record(entry, callback(), paidWithoutReceipt(entry));
        book.record(entry, callback(), paid(entry, receipt));

        assertFalse(book.receive(named(receipt, "39", "INV-001")));
        assertTrue(book.receive(named(receipt(), "39", "INV-001")));
    }

    @Test
    void moneyThatCameBeforeAPushIsNotThatPush() throws Exception {
        Book book = book();
        CustomerPayment money = named(receipt(), "40", "INV-001");
        assertTrue(book.receive(money));
        passATick(book);
        Entry push = accepted(book, "40");
        book.record(push, callback(), paidWithoutReceipt(push));

        assertEquals(List.of(money.receipt()), moneyToTell(book));
        assertFalse(book.receive(named(receipt(), "40", "INV-001")), "this is the push");
    }

    @Test
    void moneyThatWaitsForOnePushIsNotTakenByALaterOne() throws Exception {
        Book book = book();
        Entry first = accepted(book, "44");
        assertTrue(book.receive(named(receipt(), "44", "INV-001")));
        passATick(book);
        Entry second = accepted(book, "44");
        book.record(second, callback(), paidWithoutReceipt(second));
        book.record(first, callback(), paidWithoutReceipt(first));

        assertFalse(book.receive(named(receipt(), "44", "INV-001")), "it is the second");
        assertTrue(book.receive(named(receipt(), "44", "INV-001")), "there are two");
    }

    @Test
    void moneyThatWasPaidLongBeforeAPushIsNotThatPush() throws Exception {
        Book book = book();
        Entry push = accepted(book, "45");
        CustomerPayment old = CustomerPayment.of(
                receipt(),
                new BigDecimal("45"),
                Samples.SHORT_CODE,
                "INV-001",
                Instant.now().minus(Duration.ofHours(1)),
                CustomerPayment.Source.COMPARISON);
        book.record(push, callback(), paidWithoutReceipt(push));

        assertTrue(book.receive(old));
        assertFalse(book.receive(named(receipt(), "45", "INV-001")), "this is the push");
    }

    @Test
    void moneyWithoutALabelIsKnownByItsAmount() throws Exception {
        Book book = book();
        Entry push = accepted(book, "50");
        book.record(push, callback(), paidWithoutReceipt(push));

        assertFalse(book.receive(named(receipt(), "50", null)), "it is the push");
        assertTrue(book.receive(named(receipt(), "50", null)), "a push is paid once");
    }

    @Test
    void aPushOfManyOfOnePriceIsKnownByItsLabel() throws Exception {
        Book book = book();
        for (int i = 0; i < 25; i++) {
            Entry push = accepted(book, "46", "INV-" + i);
            book.record(push, callback(), paidWithoutReceipt(push));
        }
        for (int i = 24; i >= 0; i--) {
            assertFalse(book.receive(named(receipt(), "46", "INV-" + i)), "INV-" + i);
        }
    }

    @Test
    void aSettlementSaysThatItsMoneyWasTold() throws Exception {
        Book book = book();
        String receipt = receipt();
        assertTrue(book.receive(named(receipt, "47", "ELSE")));
        assertEquals(List.of(receipt), moneyToTell(book));
        Entry push = accepted(book, "47");
        book.record(push, callback(), paid(push, receipt));

        Notice notice = book.notices(10, EnumSet.of(Notice.Kind.SETTLEMENT)).get(0);
        assertTrue(((Notice.OfSettlement) notice).settled().isRepetition());
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
        Notice handed = book.notices(10, EnumSet.of(Notice.Kind.MONEY)).get(0);
        book.record(push, callback(), paidWithoutReceipt(push));
        book.tellLater(handed, Duration.ZERO);

        assertEquals(List.of(), moneyToTell(book), "it is the push, which says that it is a repetition");
        book.record(push, callback(), paid(push, receipt()));
        Notice.OfMoney again =
                (Notice.OfMoney) book.notices(10, EnumSet.of(Notice.Kind.MONEY)).get(0);
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
        book.told(book.notices(10, EnumSet.of(Notice.Kind.MONEY)).get(0));
        book.record(push, callback(), paidWithoutReceipt(push));
        Notice.OfSettlement settlement = (Notice.OfSettlement)
                book.notices(10, EnumSet.of(Notice.Kind.SETTLEMENT)).get(0);
        assertTrue(settlement.settled().isRepetition());
        book.told(settlement);
        book.record(push, callback(), paid(push, its));

        Notice.OfSettlement again = (Notice.OfSettlement)
                book.notices(10, EnumSet.of(Notice.Kind.SETTLEMENT)).get(0);
        assertFalse(again.settled().isRepetition(), "its own money was never told");
        assertFalse(book.receive(named(its, "60", "INV-001")));
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

    private static List<String> moneyToTell(Book book) {
        return book.notices(10, EnumSet.of(Notice.Kind.MONEY)).stream()
                .map(notice -> ((Notice.OfMoney) notice).payment().receipt())
                .toList();
    }

    private static void passATick(Book book) throws InterruptedException {
        Instant before = book.now();
        while (!book.now().isAfter(before)) {
            Thread.sleep(1);
        }
    }

    private static CustomerPayment named(String receipt, String amount, @Nullable String label) {
        return CustomerPayment.of(
                receipt,
                new BigDecimal(amount),
                Samples.SHORT_CODE,
                label,
                Instant.now(),
                CustomerPayment.Source.CONFIRMATION);
    }
}
