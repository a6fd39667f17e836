package io.github.mpesasdk.journal.jdbc;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.NeedsPerson;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Notice;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the listeners of one owner have to hear, written in the transaction of what they hear of. */
final class Outbox {

    // A machine that took a notice and has not said by then that it was heard is taken for dead.
    private static final long LEASE = Duration.ofSeconds(60).toMillis();

    private static final long UNREADABLE_FOR = Duration.ofDays(1).toMillis();
    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");

    private final String owner;
    private final Payments payments;
    private final Receipts receipts;

    Outbox(String owner, Payments payments, Receipts receipts) {
        this.owner = owner;
        this.payments = payments;
        this.receipts = receipts;
    }

    private record Row(long id, Notice.Kind kind, String subject, boolean isRepetition, int attempts) {}

    void add(Session session, Notice.Kind kind, String subject, boolean isRepetition, Duration heldBack)
            throws SQLException {
        session.insertIfAbsent(
                "INSERT INTO mpesa_notice (owner, kind, subject, is_repetition, attempts, next_at)"
                        + " VALUES (?, ?, ?, ?, 0, {now} + ?)",
                owner,
                kind.name(),
                subject,
                isRepetition ? 1 : 0,
                heldBack.toMillis());
    }

    /**
     * Takes back what has become pointless.
     *
     * @return whether somebody has heard it by now, or may have
     */
    boolean withdraw(Session session, Notice.Kind kind, String subject) throws SQLException {
        int attempts = session.first(
                        row -> row.getInt(1),
                        "SELECT attempts FROM mpesa_notice WHERE owner = ? AND kind = ? AND subject = ? FOR UPDATE",
                        owner,
                        kind.name(),
                        subject)
                .orElse(0);
        session.update(
                "DELETE FROM mpesa_notice WHERE owner = ? AND kind = ? AND subject = ? AND told_at IS NULL",
                owner,
                kind.name(),
                subject);
        return attempts > 0;
    }

    /** What nobody has heard yet, nor can have. */
    Set<String> untold(Session session, Notice.Kind kind) throws SQLException {
        return Set.copyOf(session.list(
                row -> row.getString(1),
                "SELECT subject FROM mpesa_notice WHERE owner = ? AND kind = ? AND told_at IS NULL AND attempts = 0"
                        + " AND next_at > {now} LIMIT 200",
                owner,
                kind.name()));
    }

    /** Takes what nobody has heard yet; others do not see it while the lease lasts. */
    List<Notice> take(Session session, int most, Collection<Notice.Kind> kinds) throws SQLException {
        List<Notice> notices = List.of();
        // Rows that cannot be read must not look like the end.
        for (List<Row> due = due(session, kinds, most);
                notices.isEmpty() && !due.isEmpty();
                due = notices.isEmpty() ? due(session, kinds, most) : List.of()) {
            notices = leased(session, due);
        }
        return notices;
    }

    private List<Row> due(Session session, Collection<Notice.Kind> kinds, int most) throws SQLException {
        List<Row> due = new ArrayList<>();
        for (Notice.Kind kind : kinds) {
            due.addAll(due(session, kind, most - due.size()));
        }
        return due;
    }

    private List<Notice> leased(Session session, List<Row> due) throws SQLException {
        session.update(
                "UPDATE mpesa_notice SET attempts = attempts + 1, next_at = {now} + " + LEASE + " WHERE id IN ("
                        + Session.marks(due.size()) + ")",
                due.stream().map(Row::id).toArray());
        List<Notice> notices = notices(session, due);
        Set<Long> readable = notices.stream().map(Notice::id).collect(Collectors.toSet());
        for (Row row : due) {
            if (!readable.contains(row.id())) {
                LOG.log(
                        WARNING,
                        "notice {0} of the journal cannot be read and is left for a day",
                        String.valueOf(row.id()));
                session.update(
                        "UPDATE mpesa_notice SET next_at = {now} + " + UNREADABLE_FOR + " WHERE id = ?", row.id());
            }
        }
        return notices;
    }

    // One kind at a time, so that notices for which there is no listener are not even looked at.
    private List<Row> due(Session session, Notice.Kind kind, int most) throws SQLException {
        return session.list(
                row -> new Row(
                        row.getLong("id"),
                        kind,
                        row.getString("subject"),
                        row.getInt("is_repetition") == 1,
                        row.getInt("attempts")),
                "SELECT id, subject, is_repetition, attempts FROM mpesa_notice WHERE owner = ? AND kind = ?"
                        + " AND {due} {oldest first} LIMIT " + most + " FOR UPDATE SKIP LOCKED",
                owner,
                kind.name());
    }

    private List<Notice> notices(Session session, List<Row> due) throws SQLException {
        Map<Boolean, Set<String>> subjects = due.stream()
                .collect(Collectors.partitioningBy(
                        row -> row.kind() == Notice.Kind.MONEY, Collectors.mapping(Row::subject, Collectors.toSet())));
        Map<String, CustomerPayment> money = new HashMap<>();
        for (CustomerPayment payment : receipts.find(session, subjects.getOrDefault(true, Set.of()))) {
            money.put(payment.receipt(), payment);
        }
        Map<String, Entry> entries = new HashMap<>();
        for (Entry entry : payments.find(session, subjects.getOrDefault(false, Set.of()))) {
            entries.put(entry.key(), entry);
        }
        List<Notice> notices = new ArrayList<>();
        for (Row row : due) {
            Notice notice = row.kind() == Notice.Kind.MONEY
                    ? ofMoney(row, money.get(row.subject()))
                    : ofPayment(row, entries.get(row.subject()));
            if (notice != null) {
                notices.add(notice);
            }
        }
        return notices;
    }

    private static @Nullable Notice ofMoney(Row row, @Nullable CustomerPayment payment) {
        if (payment == null) {
            return null;
        }
        return new Notice.OfMoney(row.id(), row.attempts(), row.attempts() > 0 ? payment.repeated() : payment);
    }

    private static @Nullable Notice ofPayment(Row row, @Nullable Entry entry) {
        if (entry == null || entry.verdict() == null) {
            return null;
        }
        Outcome outcome = entry.verdict().outcome(entry.reference());
        return outcome instanceof Unknown unknown
                ? new Notice.OfPerson(row.id(), row.attempts(), NeedsPerson.of(unknown, entry.orderKey()))
                : new Notice.OfSettlement(
                        row.id(),
                        row.attempts(),
                        Settled.of(outcome, entry.orderKey(), row.isRepetition() || row.attempts() > 0));
    }

    void told(Session session, long id) throws SQLException {
        session.update(
                "UPDATE mpesa_notice SET told_at = {now}, next_at = NULL WHERE owner = ? AND id = ? AND told_at IS NULL",
                owner,
                id);
    }

    void tellLater(Session session, long id, Duration pause) throws SQLException {
        session.update(
                "UPDATE mpesa_notice SET next_at = {now} + ? WHERE owner = ? AND id = ? AND told_at IS NULL",
                pause.toMillis(),
                owner,
                id);
    }
}
