package io.github.mpesasdk.journal.jdbc;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.journal.JournalException;
import io.github.mpesasdk.journal.Notice;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Deletes what is older than the caller wants to keep: on one machine at a time, in small transactions, a second at
 * most. What needs a person stays, and what no listener has heard yet. Thread-safe.
 */
final class Retention {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final long LONGEST_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int BATCH = 500;

    private static final String UNTOLD =
            "NOT EXISTS (SELECT 1 FROM mpesa_notice n WHERE n.owner = r.owner AND n.subject = r.%s AND n.told_at IS NULL%s)";
    private static final List<Rule> RULES = List.of(
            new Rule("mpesa_notice", "told_at", "1 = 1", "owner", "kind", "subject"),
            new Rule("mpesa_payment", "settled_at", UNTOLD.formatted("payment_key", ""), "owner", "payment_key"),
            // Those of payments that are there are needed to recognise repetitions.
            new Rule(
                    "mpesa_event",
                    "heard_at",
                    "NOT EXISTS (SELECT 1 FROM mpesa_payment p WHERE p.owner = r.owner AND p.payment_key = r.payment_key)",
                    "owner",
                    "payment_key",
                    "kind",
                    "digest"),
            new Rule(
                    "mpesa_received",
                    "heard_at",
                    UNTOLD.formatted("receipt", " AND n.kind = '" + Notice.Kind.MONEY + "'"),
                    "owner",
                    "receipt"));

    private final Database database;
    private final long keepForMillis;
    private final Tasks tasks = new Tasks("");
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());

    Retention(Database database, Duration keepFor) {
        this.database = database;
        this.keepForMillis = keepFor.toMillis();
    }

    private record Rule(String table, String time, String condition, List<String> key) {

        Rule(String table, String time, String condition, String... key) {
            this(table, time, condition, List.of(key));
        }

        String select(String age) {
            return "SELECT " + String.join(", ", key) + " FROM " + table + " r WHERE " + time + " < {now} - " + age
                    + " AND " + condition + " LIMIT " + BATCH;
        }

        String delete() {
            return "DELETE FROM " + table + " WHERE " + String.join(" = ? AND ", key) + " = ?";
        }
    }

    /** Called now and then; mostly does nothing, and never fails. */
    void run() {
        long look = nextLook.get();
        if (System.nanoTime() - look < 0 || !nextLook.compareAndSet(look, System.nanoTime() + EVERY.toNanos())) {
            return;
        }
        try {
            if (database.inTransaction("taking a task", session -> tasks.take(session, "retention", EVERY))
                    .isPresent()) {
                deleteOld();
            }
        } catch (JournalException broken) {
            LOG.log(WARNING, "old rows of the journal are deleted later: {0}", broken.getMessage());
        }
    }

    private void deleteOld() {
        long start = System.nanoTime();
        for (Rule rule : RULES) {
            while (deleteBatch(rule) == BATCH) {
                if (System.nanoTime() - start > LONGEST_NANOS) {
                    return;
                }
            }
        }
        database.inStatement(
                "deleting old tokens", session -> session.update("DELETE FROM mpesa_token WHERE expires_at < {now}"));
    }

    private int deleteBatch(Rule rule) {
        return database.inTransaction("deleting old rows", session -> delete(session, rule));
    }

    private int delete(Session session, Rule rule) throws SQLException {
        int columns = rule.key().size();
        List<Object[]> old = session.list(
                row -> {
                    Object[] key = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        key[i] = row.getString(i + 1);
                    }
                    return key;
                },
                rule.select(String.valueOf(keepForMillis)));
        session.updateAll(rule.delete(), old);
        return old.size();
    }
}
