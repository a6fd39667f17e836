package io.github.mpesasdk.journal.jdbc;

import static io.github.mpesasdk.journal.jdbc.Samples.accepted;
import static io.github.mpesasdk.journal.jdbc.Samples.callback;
import static io.github.mpesasdk.journal.jdbc.Samples.failed;
import static io.github.mpesasdk.journal.jdbc.Samples.money;
import static io.github.mpesasdk.journal.jdbc.Samples.moneyOfPush;
import static io.github.mpesasdk.journal.jdbc.Samples.paid;
import static io.github.mpesasdk.journal.jdbc.Samples.paidWithoutReceipt;
import static io.github.mpesasdk.journal.jdbc.Samples.payment;
import static io.github.mpesasdk.journal.jdbc.Samples.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Event;
import io.github.mpesasdk.journal.Journal;
import io.github.mpesasdk.journal.Notice;
import io.github.mpesasdk.journal.PaymentState;
import io.github.mpesasdk.journal.Recorded;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Machines that share a journal in a database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MachinesContract extends BookContract {

    static final String KEY = "f2a7c0de".repeat(8);

    DataSource source;
    TestPool pool;
    JdbcJournal journal;

    abstract TestDatabase database();

    @BeforeAll
    void start() throws SQLException {
        source = database().fresh();
        pool = new TestPool(source, true);
        journal = JdbcJournal.over(pool.asDataSource()).key(KEY).createTables().build();
    }

    @AfterEach
    void connectionsGoBackAsTheyCame() {
        assertEquals(List.of(), List.copyOf(pool.faults()));
        assertEquals(0, pool.lent());
    }

    @Override
    Journal journal() {
        return journal;
    }

    /** What another process with the same database builds. */
    JdbcJournal another(String key, String... older) {
        return JdbcJournal.over(source).key(key, older).build();
    }

    @Test
    void moneyThatComesWhileItsPushIsSettledIsNotToldBesides() throws Exception {
        Book book = book();
        Entry push = accepted(book, "41");
        CustomerPayment money = moneyOfPush("41");
        pool.beforeNextCommit(() -> book.record(push, callback(), paidWithoutReceipt(push)));

        assertTrue(book.receive(money), "nobody could see that it is the push");

        TestDatabase.pass(source, Duration.ofMinutes(40));
        List<Notice> told = book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of());
        assertEquals(1, told.size(), told::toString);
        assertEquals(Notice.OfSettlement.class, told.get(0).getClass());
        assertFalse(book.receive(money));
    }

    @Test
    void aReceiptIsOfOnePaymentHoweverItsMessagesMeet() throws Exception {
        Book book = book();
        Entry one = accepted(book, "56");
        Entry other = accepted(book, "56");
        book.record(other, callback(), paidWithoutReceipt(other));
        CustomerPayment money = moneyOfPush("56");
        ExecutorService machine = Executors.newSingleThreadExecutor();
        try {
            Queue<Future<?>> callbacks = new ConcurrentLinkedQueue<>();
            pool.beforeNextCommit(() -> {
                callbacks.add(machine.submit(() -> book.record(one, callback(), paid(one, money.receipt()))));
                // To come as far as the receipt, which this transaction holds; if that takes longer, less is tested.
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            });
            book.receive(money);
            callbacks.remove().get(60, TimeUnit.SECONDS);
        } finally {
            machine.shutdownNow();
        }

        assertFalse(book.receive(moneyOfPush("56")), "it is the other's own");
        assertTrue(book.receive(moneyOfPush("56")), "both are paid");
    }

    @Test
    void aSettlementByAQuestionSaysThatItsMoneyWasTold() throws Exception {
        Book book = book();
        Entry push = accepted(book, "48");
        CustomerPayment money = moneyOfPush("48");
        assertTrue(book.receive(money));
        TestDatabase.pass(source, Duration.ofMinutes(4));
        TestDatabase.execute(source, "UPDATE mpesa_notice SET next_at = 0 WHERE subject = '" + money.receipt() + "'");
        assertEquals(
                1, book.notices(10, EnumSet.of(Notice.Kind.MONEY), Set.of()).size());
        book.record(push, callback(), paidWithoutReceipt(push));

        Notice notice =
                book.notices(10, EnumSet.of(Notice.Kind.SETTLEMENT), Set.of()).get(0);
        assertTrue(((Notice.OfSettlement) notice).settled().isRepetition());
        assertNull(book.find(push.key()).orElseThrow().settledBy().orElseThrow().receipt(), "no message has named it");
    }

    @Test
    void aNoticeThatComesHoursLaterIsStillThatOfThePush() throws Exception {
        Book book = book();
        Entry push = accepted(book, "49");
        Instant paidAt = Instant.now();
        TestDatabase.pass(source, Duration.ofHours(3));
        book.record(push, callback(), paidWithoutReceipt(push));

        assertFalse(book.receive(CustomerPayment.of(
                receipt(),
                new BigDecimal("49"),
                Samples.SHORT_CODE,
                "INV-001",
                paidAt.minus(Duration.ofHours(3)),
                CustomerPayment.Source.COMPARISON)));
    }

    @Test
    void moneyThatMeanwhileIsAnotherPaymentsIsNotTakenForAPush() throws Exception {
        Book book = book();
        Entry push = accepted(book, "43");
        CustomerPayment money = moneyOfPush("43");
        pool.beforeNextCommit(() -> book.record(push, callback(), paidWithoutReceipt(push)));
        assertTrue(book.receive(money));
        TestDatabase.pass(source, Duration.ofMinutes(11));
        TestDatabase.execute(
                source, "UPDATE mpesa_received SET payment_key = 'another' WHERE receipt = '" + money.receipt() + "'");

        assertEquals(List.of(), book.notices(10, EnumSet.of(Notice.Kind.MONEY), Set.of()));
        assertNull(book.find(push.key()).orElseThrow().settledBy().orElseThrow().receipt());
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void ofManyThatSettleAtOnceOneSettles() throws Exception {
        Book book = book();
        for (int round = 0; round < 10; round++) {
            Entry entry = accepted(book, "10");
            Event same = callback();
            List<Callable<Recorded>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                boolean isPaid = i % 2 == 0;
                calls.add(() -> book.record(
                        entry, isPaid ? same : callback(), isPaid ? paid(entry, "R" + entry.key()) : failed(entry)));
            }
            List<Recorded> results = together(calls);
            assertEquals(1, results.stream().filter(Recorded::hasSettled).count());
            assertEquals(3, results.stream().filter(Recorded::isNew).count());
            assertEquals(
                    1,
                    book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).size());
        }
    }

    @Test
    void anEntryThatHasExpiredIsSettledOnceByMany() throws Exception {
        Book book = book();
        for (int round = 0; round < 5; round++) {
            Entry entry = payment(book, "10").in(PaymentState.ACCEPTED, null);
            Callable<Recorded> call = () -> book.record(entry, callback(), failed(entry));
            List<Recorded> results = together(List.of(call, call, call));
            assertEquals(1, results.stream().filter(Recorded::hasSettled).count());
            assertEquals(
                    1,
                    book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of()).size());
        }
    }

    @Test
    void machinesClaimDifferentPayments() throws Exception {
        Book book = book();
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            all.add(accepted(book, String.valueOf(i)).key());
        }
        Callable<List<String>> machine = () -> {
            List<String> claimed = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                claimed.addAll(keys(book.claim(5, entry -> Duration.ofHours(1))));
            }
            return claimed;
        };
        List<String> claimed = together(List.of(machine, machine, machine)).stream()
                .flatMap(List::stream)
                .toList();
        assertEquals(all, new HashSet<>(claimed));
        assertEquals(40, claimed.size());
    }

    @Test
    void machinesTakeDifferentNotices() throws Exception {
        Book book = book();
        for (int i = 0; i < 30; i++) {
            book.receive(money(receipt(), "10"));
        }
        Callable<List<Long>> machine = () -> {
            List<Long> taken = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                book.notices(5, EnumSet.allOf(Notice.Kind.class), Set.of()).forEach(notice -> taken.add(notice.id()));
            }
            return taken;
        };
        List<Long> taken = together(List.of(machine, machine, machine)).stream()
                .flatMap(List::stream)
                .toList();
        assertEquals(30, taken.size());
        assertEquals(30, new HashSet<>(taken).size());
    }

    @Test
    void ofMachinesThatHearOfOneReceiptOneIsFirst() throws Exception {
        Book book = book();
        for (int round = 0; round < 10; round++) {
            CustomerPayment payment = money(receipt(), "10");
            Callable<Boolean> call = () -> book.receive(payment);
            assertEquals(
                    1,
                    together(List.of(call, call, call)).stream()
                            .filter(isNew -> isNew)
                            .count());
        }
        assertEquals(
                10, book.notices(20, EnumSet.allOf(Notice.Kind.class), Set.of()).size());
    }

    @Test
    void aTaskThatIsDueIsTakenByOne() throws Exception {
        Book book = book();
        Callable<Optional<Instant>> call = () -> book.take("compare", Duration.ofHours(1));
        assertEquals(
                1,
                together(List.of(call, call, call)).stream()
                        .filter(Optional::isPresent)
                        .count());
    }

    @Test
    void aPushAndItsMoneyAtTheSameMomentAreOnePayment() throws Exception {
        Book book = book();
        for (int round = 0; round < 20; round++) {
            Entry entry = accepted(book, "10");
            String receipt = receipt();
            together(List.of(
                    () -> book.record(entry, callback(), paid(entry, receipt)).hasSettled(),
                    () -> book.receive(money(receipt, "10.00"))));
            TestDatabase.pass(source, Duration.ofMinutes(11));
            List<Notice> notices = book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of());
            assertEquals(1, notices.size());
            assertTrue(notices.get(0) instanceof Notice.OfSettlement);
            book.told(notices.get(0));
        }
    }
}
