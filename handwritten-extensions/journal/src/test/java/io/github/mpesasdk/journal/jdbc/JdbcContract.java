package io.github.mpesasdk.journal.jdbc;

import static io.github.mpesasdk.journal.jdbc.Samples.accepted;
import static io.github.mpesasdk.journal.jdbc.Samples.callback;
import static io.github.mpesasdk.journal.jdbc.Samples.failed;
import static io.github.mpesasdk.journal.jdbc.Samples.money;
import static io.github.mpesasdk.journal.jdbc.Samples.moneyOfPush;
import static io.github.mpesasdk.journal.jdbc.Samples.needsPerson;
import static io.github.mpesasdk.journal.jdbc.Samples.paid;
import static io.github.mpesasdk.journal.jdbc.Samples.paidWithoutReceipt;
import static io.github.mpesasdk.journal.jdbc.Samples.payment;
import static io.github.mpesasdk.journal.jdbc.Samples.receipt;
import static io.github.mpesasdk.journal.jdbc.Samples.sent;
import static io.github.mpesasdk.journal.jdbc.Samples.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Event;
import io.github.mpesasdk.journal.JournalException;
import io.github.mpesasdk.journal.Notice;
import io.github.mpesasdk.journal.PaymentState;
import io.github.mpesasdk.journal.Recorded;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What else only a journal in a database does: last, keep secrets, forget in time. */
abstract class JdbcContract extends MachinesContract {

    @Test
    void itOutlivesTheProcess() throws Exception {
        assertTrue(journal.isDurable());
        String owner = "kenya/" + unique();
        Entry entry = accepted(journal.book(owner), "10");
        Book restarted = another(KEY).book(owner);
        assertEquals(
                entry.reference(), restarted.find(entry.key()).orElseThrow().reference());
        assertEquals(
                entry.key(), restarted.named(entry.reference()).orElseThrow().key());
        assertEquals(journal.book(owner).digest("254708374149"), restarted.digest("254708374149"));
    }

    @Test
    void aRequestDoesNotLeaveAgainOnceAMessageArrived() throws Exception {
        Book book = book();
        Entry entry = sent(book, "10");
        assertTrue(book.send(entry.key(), Duration.ZERO), "after a rejected token");
        book.record(entry, callback(), null);
        assertFalse(book.send(entry.key(), Duration.ZERO));
    }

    @Test
    void moneyThatMayBeAnOpenPushIsHeldBack() throws Exception {
        Book book = book();
        Entry push = accepted(book, "10");
        String receipt = receipt();
        assertTrue(book.receive(money(receipt, "10.00")));
        assertTrue(book.receive(money(receipt(), "11.00")));
        assertEquals(
                1,
                book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).size(),
                "only the money that is no push");
        book.record(push, callback(), paid(push, receipt));
        TestDatabase.pass(source, Duration.ofMinutes(11));
        List<Notice> notices = book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of());
        assertEquals(
                1,
                notices.stream().filter(Notice.OfSettlement.class::isInstance).count());
        assertTrue(notices.stream()
                .filter(Notice.OfMoney.class::isInstance)
                .noneMatch(
                        notice -> ((Notice.OfMoney) notice).payment().receipt().equals(receipt)));
    }

    @Test
    void pushesThatAreSettledAtOneMomentDoNotShareAReceipt() throws Exception {
        ExecutorService machines = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 15; round++) {
                Book book = book();
                List<Entry> pushes = List.of(accepted(book, "10"), accepted(book, "10"));
                assertTrue(book.receive(moneyOfPush("10")));
                assertTrue(book.receive(moneyOfPush("10")));
                CyclicBarrier start = new CyclicBarrier(pushes.size());
                List<Callable<Recorded>> settling = pushes.stream()
                        .<Callable<Recorded>>map(push -> () -> {
                            start.await();
                            return book.record(push, callback(), paidWithoutReceipt(push));
                        })
                        .toList();
                for (Future<Recorded> settled : machines.invokeAll(settling)) {
                    assertTrue(settled.get().hasSettled());
                }
                TestDatabase.pass(source, Duration.ofMinutes(11));
                List<Notice> told = book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of());
                assertEquals(
                        2,
                        told.stream()
                                .filter(Notice.OfSettlement.class::isInstance)
                                .count(),
                        told::toString);
                assertEquals(2, told.size(), told::toString);
                assertTrue(book.receive(moneyOfPush("10")), "both have theirs");
            }
        } finally {
            machines.shutdownNow();
        }
    }

    @Test
    void moneyThatWasNoPushIsToldAfterAWhile() throws Exception {
        Book book = book();
        Entry push = accepted(book, "10");
        String receipt = receipt();
        book.receive(money(receipt, "10"));
        book.record(push, callback(), paid(push, receipt()));
        assertEquals(
                1, book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).size());
        TestDatabase.pass(source, Duration.ofMinutes(11));
        assertTrue(book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).stream()
                .anyMatch(Notice.OfMoney.class::isInstance));
    }

    @Test
    void aSettlementWhoseMoneyWasToldIsARepetition() throws Exception {
        Book book = book();
        String receipt = receipt();
        book.receive(money(receipt, "10"));
        book.told(book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).get(0));
        Entry push = accepted(book, "10");
        book.record(push, callback(), paid(push, receipt));
        Notice.OfSettlement notice = (Notice.OfSettlement)
                book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).get(0);
        assertTrue(notice.settled().isRepetition());
        assertEquals(0, notice.attempts());
    }

    @Test
    void whatADeadMachineTookIsTakenAgainAsARepetition() throws Exception {
        Book book = book();
        book.receive(money(receipt(), "10"));
        assertEquals(
                1, book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).size());
        assertEquals(
                0, book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).size());
        TestDatabase.pass(source, Duration.ofSeconds(61));
        Notice.OfMoney again = (Notice.OfMoney)
                book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).get(0);
        assertEquals(1, again.attempts());
        assertTrue(again.payment().isRepetition());
    }

    @Test
    void whatWasPreparedAndNeverSentIsDueAfterTenMinutes() throws Exception {
        Book book = book();
        Entry entry = payment(book, "10");
        book.prepare(entry);
        assertEquals(List.of(), book.claim(10, due -> Duration.ofHours(1)));
        TestDatabase.pass(source, Duration.ofMinutes(11));
        assertEquals(List.of(entry.key()), keys(book.claim(10, due -> Duration.ofHours(1))));
    }

    @Test
    void whatIsOldGoesAndWhatIsOpenStays() throws Exception {
        DataSource own = database().fresh();
        Book book = keeper(own).book("kenya");
        Entry told = accepted(book, "10");
        book.record(told, callback(), paid(told, receipt()));
        book.told(book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).get(0));
        Entry person = accepted(book, "12");
        book.record(person, callback(), needsPerson());
        Entry open = accepted(book, "14");
        Entry prepared = payment(book, "15");
        book.prepare(prepared);
        keeper(own)
                .tokenStore()
                .save("kenya", new AccessToken("secret", Instant.now().plusSeconds(3600)));
        TestDatabase.pass(own, Duration.ofDays(31));
        try (Warnings warnings = Warnings.heard()) {
            keeper(own).book("kenya").claim(0, due -> Duration.ZERO);
            assertEquals(List.of(), warnings.of("listener"));
        }
        assertEquals(Optional.empty(), book.find(told.key()));
        for (Entry kept : List.of(person, open, prepared)) {
            assertTrue(book.find(kept.key()).isPresent());
        }
        assertEquals(1, TestDatabase.count(own, "SELECT COUNT(*) FROM mpesa_event"));
        assertEquals(0, TestDatabase.count(own, "SELECT COUNT(*) FROM mpesa_received"));
        assertEquals(0, TestDatabase.count(own, "SELECT COUNT(*) FROM mpesa_token"));
        assertEquals(
                1,
                book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).size(),
                "the person is still to be told");
    }

    @Test
    void whatNoListenerHeardGoesAsWellAndTheLogSaysSo() throws Exception {
        DataSource own = database().fresh();
        Book book = keeper(own).book("kenya");
        for (int i = 0; i < 2; i++) {
            Entry untold = accepted(book, "11");
            book.record(untold, callback(), failed(untold));
            book.receive(money(receipt(), "13"));
        }
        book.receive(money(receipt(), "17"));
        TestDatabase.pass(own, Duration.ofDays(29));
        keeper(own).book("kenya").claim(0, due -> Duration.ZERO);
        assertEquals(5, TestDatabase.count(own, "SELECT COUNT(*) FROM mpesa_notice"));
        TestDatabase.pass(own, Duration.ofDays(2));
        try (Warnings warnings = Warnings.heard()) {
            keeper(own).book("kenya").claim(0, due -> Duration.ZERO);
            List<String> said = warnings.of("no listener had heard");
            assertEquals(1, said.size(), "once a sweep");
            assertTrue(said.get(0).contains("2 settlements"), said.get(0));
            assertTrue(said.get(0).contains("3 payments of customers"), said.get(0));
        }
        for (String table : List.of("mpesa_payment", "mpesa_event", "mpesa_received", "mpesa_notice")) {
            assertEquals(0, TestDatabase.count(own, "SELECT COUNT(*) FROM " + table), table);
        }
    }

    private static JdbcJournal keeper(DataSource own) {
        return JdbcJournal.over(own)
                .key(KEY)
                .keepFor(Duration.ofDays(30))
                .createTables()
                .build();
    }

    @Test
    void nothingPersonalAndNoSecretStandsInTheTables() throws Exception {
        DataSource own = database().fresh();
        JdbcJournal keeper = JdbcJournal.over(own).key(KEY).createTables().build();
        Book book = keeper.book("kenya");
        Entry entry = accepted(book, "10");
        book.record(entry, callback(), failed(entry));
        book.receive(money(receipt(), "11"));
        keeper.tokenStore()
                .save("kenya", new AccessToken("a-bearer-token", Instant.now().plusSeconds(3600)));
        String dump = TestDatabase.dump(own);
        assertTrue(dump.contains(entry.key()));
        for (String secret :
                List.of("708374149", "Wanjiku", "ws_CO_", "29115-34620561-1", "INV-001", "a-bearer-token", KEY)) {
            assertFalse(dump.contains(secret), secret);
        }
    }

    @Test
    void keysAreChangedWithoutLosingAnything() throws Exception {
        DataSource own = database().fresh();
        String next = "00112233".repeat(8);
        JdbcJournal before = JdbcJournal.over(own).key(KEY).createTables().build();
        Entry entry = accepted(before.book("kenya"), "10");
        AccessToken token = new AccessToken("bearer", Instant.ofEpochMilli(4_000_000_000_000L));
        before.tokenStore().save("kenya", token);
        JdbcJournal after = JdbcJournal.over(own).key(next, KEY).build();
        Book book = after.book("kenya");
        assertEquals(entry.reference(), book.find(entry.key()).orElseThrow().reference());
        assertEquals(entry.key(), book.named(entry.reference()).orElseThrow().key());
        assertEquals(Optional.of(token), after.tokenStore().load("kenya"));
        Entry rival = accepted(book, "10");
        assertTrue(book.hasRival(entry), "digests stay the same");
        Book newOnly = JdbcJournal.over(own).key(next).build().book("kenya");
        assertEquals(rival.reference(), newOnly.find(rival.key()).orElseThrow().reference());
        assertThrows(JournalException.class, () -> newOnly.find(entry.key()));
        JournalException wrong = assertThrows(
                JournalException.class,
                () -> JdbcJournal.over(own).key("another-".repeat(8)).build());
        assertTrue(Samples.message(wrong).contains("key(...)"), Samples.message(wrong));
    }

    @Test
    void poolsWithoutAutoCommitAreFine() throws Exception {
        TestPool manual = new TestPool(source, false);
        Book book = JdbcJournal.over(manual.asDataSource())
                .key(KEY)
                .createTables()
                .build()
                .book(unique());
        Entry entry = accepted(book, "10");
        book.record(entry, callback(), paid(entry, receipt()));
        assertEquals(
                1, book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).size());
        assertEquals(List.of(), List.copyOf(manual.faults()));
        assertEquals(0, manual.lent());
    }

    @Test
    void whatIsHeardIsWrittenWholeOrNotAtAll() throws Exception {
        Book book = book();
        Entry entry = accepted(book, "10");
        Event callback = callback();
        String receipt = receipt();
        int whole = 0;
        for (int statements = 0; whole == 0; statements++) {
            pool.failAfter(statements);
            try {
                book.record(entry, callback, paid(entry, receipt));
                whole = statements;
            } catch (JournalException broken) {
                assertFalse(text(broken).contains("708374149"), "the driver's words");
            } finally {
                pool.failAfter(Integer.MAX_VALUE);
            }
            if (whole == 0) {
                assertEquals(PaymentState.ACCEPTED, state(book, entry));
                assertEquals(List.of(), book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()));
            }
        }
        assertTrue(whole >= 4, whole + " statements");
        assertEquals(new Recorded(false, false), book.record(entry, callback, paid(entry, receipt)));
        assertEquals(
                1, book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).size());
    }

    @Test
    void aDatabaseThatIsAwayIsReportedAtOnce() throws Exception {
        Book book = book();
        Entry entry = payment(book, "10");
        pool.away(true);
        try {
            long start = System.nanoTime();
            JournalException away = assertThrows(JournalException.class, () -> book.prepare(entry));
            assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 30);
            assertTrue(Samples.message(away).contains("cannot be reached"), Samples.message(away));
        } finally {
            pool.away(false);
        }
        assertTrue(book.prepare(entry));
    }

    @Test
    void aRowThatSomebodyHoldsIsNotWaitedForForEver() throws Exception {
        String owner = "kenya/" + unique();
        Book impatient = JdbcJournal.over(pool.asDataSource())
                .key(KEY)
                .queryTimeout(Duration.ofSeconds(1))
                .build()
                .book(owner);
        // For whatever has to come in time on a slow machine too.
        Book book = JdbcJournal.over(pool.asDataSource()).key(KEY).build().book(owner);
        Entry entry = sent(book, "10");
        try (java.sql.Connection holder = source.getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("UPDATE mpesa_payment SET questions = 7 WHERE owner = '" + owner + "'");
            long start = System.nanoTime();
            assertThrows(JournalException.class, () -> impatient.send(entry.key(), Duration.ZERO));
            assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 30);
            assertEquals(List.of(), book.claim(10, due -> Duration.ZERO), "skipped, not waited for");
            holder.rollback();
        }
        assertTrue(book.send(entry.key(), Duration.ZERO));
    }

    private static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
