package io.github.mpesasdk.journal.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Notice;
import io.github.mpesasdk.journal.PaymentState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables come into being, and from one version to the next, on every database. */
class SchemaTest {

    private static final String PAID = "a1".repeat(16);
    private static final String OPEN = "b2".repeat(16);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void missingTablesAreExplained(TestDatabase database) throws Exception {
        JdbcJournal.Builder builder = JdbcJournal.over(database.fresh()).key(JdbcContract.KEY);
        IllegalStateException missing = assertThrows(IllegalStateException.class, builder::build);
        assertTrue(Samples.message(missing).contains("createTables()"), Samples.message(missing));
        assertTrue(
                Samples.message(missing).contains("V")
                        || Samples.message(missing).contains("version 1"),
                Samples.message(missing));
        builder.createTables().build().book("kenya").now();
        builder.createTables().build().book("kenya").now();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void newerTablesAreLeftAlone(TestDatabase database) throws Exception {
        DataSource source = database.fresh();
        JdbcJournal.Builder builder = JdbcJournal.over(source).key(JdbcContract.KEY);
        builder.createTables().build();
        TestDatabase.execute(source, "INSERT INTO mpesa_schema (version) VALUES (99)");
        IllegalStateException newer = assertThrows(IllegalStateException.class, builder::build);
        assertTrue(Samples.message(newer).contains("99"), Samples.message(newer));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void machinesThatStartTogetherDoNotCollide(TestDatabase database) throws Exception {
        for (String[] before : List.of(new String[0], new String[] {"1"})) {
            DataSource source = database.fresh();
            if (before.length > 0) {
                run(source, database, "V1__journal.sql");
            }
            Callable<Boolean> start = () -> JdbcJournal.over(source)
                    .key(JdbcContract.KEY)
                    .createTables()
                    .build()
                    .isDurable();
            ExecutorService machines = Executors.newFixedThreadPool(4);
            try {
                for (Future<Boolean> started : machines.invokeAll(List.of(start, start, start, start))) {
                    assertTrue(started.get());
                }
            } finally {
                machines.shutdownNow();
            }
            assertEquals(4, TestDatabase.count(source, "SELECT COUNT(*) FROM mpesa_schema"));
            assertEquals(1, TestDatabase.count(source, "SELECT COUNT(*) FROM mpesa_secret"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void dataOfTheVersionBeforeIsKept(TestDatabase database) throws Exception {
        DataSource source = database.fresh();
        run(source, database, "V1__journal.sql");
        run(source, "data-of-version-1.sql");
        JdbcJournal.Builder builder =
                JdbcJournal.over(source).key(JdbcContract.KEY).keepFor(Duration.ofDays(40_000));
        IllegalStateException old = assertThrows(IllegalStateException.class, builder::build);
        assertTrue(Samples.message(old).contains("version 1"), Samples.message(old));

        JdbcJournal journal = builder.createTables().build();
        Book book = journal.book("kenya/production/174379");
        Entry paid = book.find(PAID).orElseThrow();
        assertEquals(PaymentState.PAID, paid.state());
        assertEquals("ws_CO_1", paid.reference().value());
        assertEquals("SAE3YULR0Y", paid.settledBy().orElseThrow().receipt());
        assertEquals(List.of(OPEN), BookContract.keys(book.claim(10, due -> Duration.ofHours(1))));
        assertEquals("ws_CO_2", book.find(OPEN).orElseThrow().reference().value());
        List<Notice> notices = book.notices(10, EnumSet.allOf(Notice.Kind.class), Set.of());
        assertEquals(2, notices.size());
        assertFalse(book.receive(Samples.money("SAE3YULR0Y", "10")));
        assertEquals("bearer", journal.tokenStore().load("kenya").orElseThrow().value());
        assertEquals(
                1,
                TestDatabase.count(
                        source,
                        "SELECT COUNT(*) FROM mpesa_received WHERE receipt = 'SAE3YULR0Y' AND payment_key = '" + PAID
                                + "'"));
    }

    /** A machine may break down between two statements, and not every database can take back what it did. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anUpdateThatBrokeOffIsFinished(TestDatabase database) throws Exception {
        List<String> later = new ArrayList<>(statements(database, "V2__receipts_of_payments.sql"));
        later.addAll(statements(database, "V3__money_of_payments.sql"));
        later.addAll(statements(database, "V4__matched_money.sql"));
        boolean isAllOrNothing = database == TestDatabase.POSTGRESQL;
        for (int done = 0; done < (isAllOrNothing ? 1 : later.size()); done++) {
            DataSource source = database.fresh();
            run(source, database, "V1__journal.sql");
            TestDatabase.execute(source, later.subList(0, done).toArray(String[]::new));
            JdbcJournal.over(source).key(JdbcContract.KEY).createTables().build();
            assertEquals(4, TestDatabase.count(source, "SELECT MAX(version) FROM mpesa_schema"));
        }
    }

    private static void run(DataSource source, TestDatabase database, String file) throws Exception {
        TestDatabase.execute(source, statements(database, file).toArray(String[]::new));
    }

    private static List<String> statements(TestDatabase database, String file) throws IOException {
        String folder =
                database == TestDatabase.MARIADB ? "mysql" : database.name().toLowerCase(Locale.ROOT);
        return statements(folder + "/" + file);
    }

    private static void run(DataSource source, String file) throws Exception {
        TestDatabase.execute(source, statements(file).toArray(String[]::new));
    }

    private static List<String> statements(String file) throws IOException {
        try (InputStream script = SchemaTest.class.getResourceAsStream(file)) {
            String text = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            List<String> statements = new ArrayList<>();
            for (String sql : text.replaceAll("(?m)^\\s*--.*$", "").split(";\\s*\\n", -1)) {
                if (!sql.isBlank()) {
                    statements.add(sql);
                }
            }
            return statements;
        }
    }
}
