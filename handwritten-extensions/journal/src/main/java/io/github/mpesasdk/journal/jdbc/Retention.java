package io.github.mpesasdk.journal.jdbc;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.journal.JournalException;
import io.github.mpesasdk.journal.Notice;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what is older than the caller wants to keep: on one machine at a time, in small transactions, a second at
 * most. What is open or needs a person stays. What no listener has heard goes as well, for there may never be one, and
 * the log says how much of it went. Thread-safe.
 */
final class Retention {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final long LONGEST_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int BATCH = 500;

    private static final String ALWAYS = "1 = 1";
    private static final Rule TOLD = new Rule("mpesa_notice", "told_at", ALWAYS, null, "owner", "kind", "subject");
    private static final Rule PAYMENTS =
            new Rule("mpesa_payment", "settled_at", ALWAYS, Notice.Kind.SETTLEMENT, "owner", "payment_key");
    // Those of payments that are there are needed to recognise repetitions.
    private static final Rule EVENTS = new Rule(
            "mpesa_event",
            "heard_at",
            "NOT EXISTS (SELECT 1 FROM mpesa_payment p WHERE p.owner = r.owner AND p.payment_key = r.payment_key)",
            null,
            "owner",
            "payment_key",
            "kind",
            "digest");
    private static final Rule RECEIPTS =
            new Rule("mpesa_received", "heard_at", ALWAYS, Notice.Kind.MONEY, "owner", "receipt");
    private static final List<Rule> RULES = List.of(TOLD, PAYMENTS, EVENTS, RECEIPTS);

    private final Database database;
    private final long keepForMillis;
    private final Tasks tasks = new Tasks("");
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());

    Retention(Database database, Duration keepFor) {
        this.database = database;
        this.keepForMillis = keepFor.toMillis();
    }

    /**
     * What is deleted from a table.
     *
     * @param notices the kind of the notices about its rows, which go with them; null where there are none
     * @param key the columns of its key; if there are notices, the second is their subject
     */
    private record Rule(String table, String time, String condition, Notice.@Nullable Kind notices, List<String> key) {

        Rule(String table, String time, String condition, Notice.@Nullable Kind notices, String... key) {
            this(table, time, condition, notices, List.of(key));
        }

        /** The keys of old rows, and of each how many notices about it nobody has heard. */
        String select(long ageMillis) {
            // From 0: open payments have no such time, and in H2's index they come before it.
            return "SELECT " + String.join(", ", key) + ", " + untold() + " FROM " + table + " r WHERE " + time
                    + " >= 0 AND " + time + " < {now} - " + ageMillis + " AND " + condition + " LIMIT " + BATCH;
        }

        private String untold() {
            return notices == null
                    ? "0"
                    : "(SELECT COUNT(*) FROM mpesa_notice n WHERE n.owner = r.owner AND n.kind = '" + notices
                            + "' AND n.subject = r." + key.get(1) + " AND n.told_at IS NULL)";
        }

        String delete() {
            return "DELETE FROM " + table + " WHERE " + String.join(" = ? AND ", key) + " = ?";
        }

        String deleteNotices() {
            return "DELETE FROM mpesa_notice WHERE owner = ? AND subject = ? AND kind = '" + notices + "'";
        }
    }

    private record Old(List<String> key, int untold) {}

    private record Deleted(int rows, int untold) {}

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
        long end = System.nanoTime() + LONGEST_NANOS;
        Map<Rule, Integer> untold = new HashMap<>();
        try {
            for (Rule rule : RULES) {
                deleteAll(rule, end, untold);
            }
        } finally {
            warnOfUntold(untold.getOrDefault(PAYMENTS, 0), untold.getOrDefault(RECEIPTS, 0));
        }
        database.inStatement(
                "deleting old tokens", session -> session.update("DELETE FROM mpesa_token WHERE expires_at < {now}"));
    }

    private static void warnOfUntold(int settlements, int money) {
        if (settlements + money > 0) {
            LOG.log(
                    WARNING,
                    "the journal has deleted what is older than keepFor(...), and among it what no listener had heard:"
                            + " {0} settlements and {1} payments of customers; onSettled(...) and onReceived(...) of a"
                            + " client hear of them in time",
                    settlements,
                    money);
        }
    }

    private void deleteAll(Rule rule, long end, Map<Rule, Integer> untold) {
        Deleted batch;
        do {
            batch = database.inTransaction("deleting old rows", session -> delete(session, rule));
            untold.merge(rule, batch.untold(), Integer::sum);
        } while (batch.rows() == BATCH && System.nanoTime() - end < 0);
    }

    private Deleted delete(Session session, Rule rule) throws SQLException {
        int columns = rule.key().size();
        List<Old> old = session.list(
                row -> {
                    List<String> key = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        key.add(row.getString(i));
                    }
                    return new Old(key, row.getInt(columns + 1));
                },
                rule.select(keepForMillis));
        List<Object[]> untold = old.stream()
                .filter(row -> row.untold() > 0)
                .map(row -> row.key().toArray())
                .toList();
        if (!untold.isEmpty()) {
            session.updateAll(rule.deleteNotices(), untold);
        }
        session.updateAll(
                rule.delete(), old.stream().map(row -> row.key().toArray()).toList());
        return new Deleted(old.size(), untold.size());
    }
}
