package io.github.mpesasdk.journal.jdbc;

import static io.github.mpesasdk.journal.jdbc.Samples.accepted;
import static io.github.mpesasdk.journal.jdbc.Samples.callback;
import static io.github.mpesasdk.journal.jdbc.Samples.money;
import static io.github.mpesasdk.journal.jdbc.Samples.paid;
import static io.github.mpesasdk.journal.jdbc.Samples.paidWithoutReceipt;
import static io.github.mpesasdk.journal.jdbc.Samples.payment;
import static io.github.mpesasdk.journal.jdbc.Samples.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Notice;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every journal does with money that comes unasked: each receipt is handed on once, also beside pushes. */
abstract class MoneyContract extends MatchedMoneyContract {

    @Test
    void eachReceiptIsHandedOnOnce() throws Exception {
        Book book = book();
        CustomerPayment payment = money(receipt(), "250.00");
        assertTrue(book.receive(payment));
        assertFalse(book.receive(payment));
        Notice.OfMoney notice = (Notice.OfMoney)
                book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).get(0);
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
        assertEquals(List.of(), book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()));
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
        assertEquals(
                1, book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).size());
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

        assertTrue(book.notices(10, EnumSet.of(Notice.Kind.MONEY), Set.of()).isEmpty());
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

        Notice notice =
                book.notices(10, EnumSet.of(Notice.Kind.SETTLEMENT), Set.of()).get(0);
        assertTrue(((Notice.OfSettlement) notice).settled().isRepetition());
    }

    private static void passATick(Book book) throws InterruptedException {
        Instant before = book.now();
        while (!book.now().isAfter(before)) {
            Thread.sleep(1);
        }
    }
}
