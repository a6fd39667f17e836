package io.github.mpesasdk.journal.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Notice;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one settlement costs does not depend on how many payments are open. */
class ManyPaymentsTest {

    static final String OWNER = "kenya/production/174379";
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int ROUNDS = 100;

    private record Cost(int statements, Duration time) {}

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aSettlementCostsTheSameAmongManyOpenPayments(TestDatabase database) throws Exception {
        DataSource source = database.fresh();
        TestPool pool = new TestPool(source, true);
        Book book = JdbcJournal.over(pool.asDataSource())
                .key(JdbcContract.KEY)
                .createTables()
                .build()
                .book(OWNER);
        Entry pattern = Samples.accepted(book, "10");
        insert(source, pattern);
        settle(book, pool);
        Cost few = settle(book, pool);
        multiply(source);
        // As databases do by themselves within a minute; until then PostgreSQL goes on with its plans for a small
        // table.
        TestDatabase.execute(source, database == TestDatabase.MARIADB ? "ANALYZE TABLE mpesa_payment" : "ANALYZE");
        settle(book, pool);
        Cost many = settle(book, pool);
        for (int again = 0; again < 3 && isSlow(few, many); again++) {
            // It may have been the machine.
            many = settle(book, pool);
        }
        System.out.printf(
                "%s: %d settlements take %d statements and %d ms among %d open payments, %d and %d ms among %d%n",
                database,
                ROUNDS,
                few.statements(),
                few.time().toMillis(),
                FEW,
                many.statements(),
                many.time().toMillis(),
                MANY);
        // Now and then it looks for rows to delete.
        assertEquals(few.statements(), many.statements(), 20);
        assertFalse(isSlow(few, many), few + " became " + many);
    }

    // Generous, for busy machines; reading all rows takes a hundred times as long.
    private static boolean isSlow(Cost few, Cost many) {
        return many.time().compareTo(few.time().multipliedBy(10).plusSeconds(2)) >= 0;
    }

    /** From the sending to the listener, with a question in between. */
    private static Cost settle(Book book, TestPool pool) {
        int before = pool.statements();
        long start = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            Entry entry = Samples.accepted(book, String.valueOf(1_000 + i));
            assertEquals(1, book.claim(1, due -> Duration.ofHours(1)).size());
            assertTrue(book.named(entry.reference()).isPresent());
            book.hasRival(entry);
            String receipt = Samples.receipt();
            book.receive(Samples.money(receipt, "10"));
            assertTrue(book.record(entry, Samples.callback(), Samples.paid(entry, receipt))
                    .hasSettled());
            for (Notice notice : book.notices(1, EnumSet.allOf(Notice.Kind.class), Set.of())) {
                book.told(notice);
            }
        }
        return new Cost(pool.statements() - before, Duration.ofNanos(System.nanoTime() - start));
    }

    // Rows as the journal writes them, which are due before all others.
    static void insert(DataSource source, Entry pattern) throws Exception {
        Vault vault = Vault.open(Database.over(source, Duration.ofSeconds(5)), new Sealer(List.of(JdbcContract.KEY)));
        PaymentRow rows = new PaymentRow(OWNER, vault);
        String sql =
                "INSERT INTO mpesa_payment (owner, payment_key, operation, first_name, current_name, reference, traits,"
                        + " amount, receiver, repeats, state, prepared_at, next_at, questions)"
                        + " VALUES (?, ?, 'stkPush', ?, ?, ?, ?, ?, ?, ?, 'ACCEPTED', ?, ?, 0)";
        long now = pattern.preparedAt().toEpochMilli();
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < FEW; i++) {
                String key = "%032d".formatted(i);
                Object[] values = {
                    OWNER,
                    key,
                    key,
                    key,
                    rows.sealedReference(key, pattern.reference()),
                    key,
                    String.valueOf(10_000 + i),
                    Samples.SHORT_CODE,
                    rows.sealedRepeats(key, pattern.repeats()),
                    now,
                    now - 1_000
                };
                for (int column = 0; column < values.length; column++) {
                    insert.setObject(column + 1, values[column]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    // Each of them a hundred times, by the database itself.
    private static void multiply(DataSource source) throws Exception {
        String key = "CONCAT(p.payment_key, SUBSTRING(q.payment_key, 25))";
        String same = "reference, receiver, repeats, state, prepared_at, questions";
        TestDatabase.execute(
                source,
                "INSERT INTO mpesa_payment (owner, payment_key, operation, first_name, current_name, traits, amount, next_at, "
                        + same + ") SELECT p.owner, " + key + ", p.operation, " + key + ", " + key + ", " + key
                        + ", p.amount, p.next_at + 500, p." + same.replace(", ", ", p.")
                        + " FROM mpesa_payment p CROSS JOIN (SELECT payment_key FROM mpesa_payment WHERE amount LIKE '10%'"
                        + " AND questions = 0 ORDER BY payment_key LIMIT " + (MANY / FEW - 1) + ") q"
                        + " WHERE p.first_name = p.payment_key");
        long open = TestDatabase.count(source, "SELECT COUNT(*) FROM mpesa_payment WHERE next_at IS NOT NULL");
        assertTrue(open > MANY * 0.9, open + " payments are open");
    }
}
