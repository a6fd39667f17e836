package io.github.mpesasdk.journal.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Event;
import io.github.mpesasdk.journal.Notice;
import io.github.mpesasdk.journal.Verdict;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** H2 uses an index for fewer conditions than the servers do; it counts itself what a question reads. */
class H2IndexTest {

    private static final int MOST_ROWS = 50;
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    /** The most rows that each statement has read, by its text. */
    private final Map<String, Integer> read = new ConcurrentHashMap<>();

    @Test
    void noStatementReadsAllRows() throws Exception {
        DataSource source = TestDatabase.H2.fresh();
        Book book = book(source);
        ManyPaymentsTest.insert(source, Samples.accepted(book, "10"));
        addWhatIsOver(source);
        Book watched = book(watched(source));
        for (int i = 0; i < 3; i++) {
            live(watched, String.valueOf(50 + i));
        }
        List<Notice> notices = watched.notices(20, EnumSet.allOf(Notice.Kind.class), Set.of(-1L));
        assertEquals(6, notices.size(), notices::toString);
        notices.forEach(watched::told);
        Map<String, Integer> tooMany = new TreeMap<>(read);
        tooMany.values().removeIf(rows -> rows <= MOST_ROWS);
        assertEquals(Map.of(), tooMany);
        for (String seen : List.of(
                "FROM mpesa_payment",
                "FROM mpesa_received",
                "FROM mpesa_notice",
                "FROM mpesa_event",
                "UPDATE",
                "DELETE")) {
            assertTrue(read.keySet().stream().anyMatch(sql -> sql.contains(seen)), () -> seen + " is not in " + read);
        }
    }

    /** As many payments again that are paid and told, each with its message, and as much money that came unasked. */
    private static void addWhatIsOver(DataSource source) throws Exception {
        String paid = " FROM mpesa_payment WHERE state = 'PAID'";
        for (String statement : List.of(
                "INSERT INTO mpesa_payment (owner, payment_key, operation, first_name, current_name, reference, traits,"
                        + " amount, receiver, repeats, state, receipt, is_to_be_told, prepared_at, settled_at, questions)"
                        + " SELECT owner, 'p' || payment_key, operation, 'p' || first_name, 'p' || current_name, reference,"
                        + " 'p' || traits, amount, receiver, repeats, 'PAID', 'r' || payment_key, 1, prepared_at,"
                        + " prepared_at, 0 FROM mpesa_payment WHERE first_name = payment_key",
                "INSERT INTO mpesa_event (owner, payment_key, kind, digest, code, heard_at)"
                        + " SELECT owner, payment_key, 'CALLBACK', payment_key, '0', settled_at" + paid,
                "INSERT INTO mpesa_received (owner, receipt, source, amount, short_code, heard_at)"
                        + " SELECT owner, 'm' || payment_key, 'CONFIRMATION', amount, receiver, settled_at" + paid,
                "INSERT INTO mpesa_notice (owner, kind, subject, is_repetition, attempts, told_at)"
                        + " SELECT owner, 'SETTLEMENT', payment_key, 0, 1, settled_at" + paid,
                "INSERT INTO mpesa_notice (owner, kind, subject, is_repetition, attempts, told_at)"
                        + " SELECT owner, 'MONEY', 'm' || payment_key, 0, 1, settled_at" + paid,
                "ANALYZE")) {
            TestDatabase.execute(source, statement);
        }
    }

    private static Book book(DataSource source) {
        return JdbcJournal.over(source)
                .key(JdbcContract.KEY)
                .createTables()
                .build()
                .book(ManyPaymentsTest.OWNER);
    }

    /** What payments and money go through. */
    private static void live(Book book, String amount) {
        Entry refused = Samples.sent(book, amount);
        Verdict refusal = Verdict.toldByError(Samples.CANCELLED, null, "The call ended with an error: nothing moved.");
        assertTrue(book.record(refused, new Event(Event.Kind.REFUSAL, "refused", "1032"), refusal)
                .hasSettled());
        assertTrue(book.prepare(refused), "its id may be used again");
        Entry entry = Samples.accepted(book, amount);
        book.claim(5, due -> Duration.ofHours(1));
        assertTrue(book.named(entry.reference()).isPresent());
        book.hasRival(entry);
        String receipt = Samples.receipt();
        book.receive(Samples.money(receipt, amount));
        book.receive(Samples.money(Samples.receipt(), "7"));
        assertTrue(book.record(entry, Samples.callback(), Samples.paid(entry, receipt))
                .hasSettled());
    }

    private DataSource watched(DataSource source) {
        return proxy(DataSource.class, (self, method, values) -> {
            Object answer = invoke(source, method, values);
            return answer instanceof Connection connection ? watched(connection) : answer;
        });
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (self, method, values) -> {
            Object answer = invoke(connection, method, values);
            return answer instanceof PreparedStatement statement
                            && values[0] instanceof String sql
                            && !sql.startsWith("INSERT")
                    ? watched(statement, sql, connection)
                    : answer;
        });
    }

    /** The plan gets the same values, is carried out just before the statement, and undone. */
    private PreparedStatement watched(PreparedStatement statement, String sql, Connection connection)
            throws SQLException {
        PreparedStatement plan = connection.prepareStatement("EXPLAIN ANALYZE " + sql);
        return proxy(PreparedStatement.class, (self, method, values) -> {
            switch (method.getName()) {
                case "setObject", "setNull", "close" -> invoke(plan, method, values);
                case "executeQuery", "executeUpdate", "addBatch" -> count(sql, plan, connection);
                default -> {
                    // As it is.
                }
            }
            return invoke(statement, method, values);
        });
    }

    private void count(String sql, PreparedStatement plan, Connection connection) throws SQLException {
        boolean commitsItself = connection.getAutoCommit();
        connection.setAutoCommit(false);
        Savepoint before = connection.setSavepoint();
        try (ResultSet text = plan.executeQuery()) {
            text.next();
            Matcher scanned = SCANNED.matcher(text.getString(1));
            while (scanned.find()) {
                read.merge(sql, Integer.parseInt(scanned.group(1)), Math::max);
            }
        } finally {
            connection.rollback(before);
            connection.setAutoCommit(commitsItself);
        }
    }

    private static Object invoke(Object target, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
