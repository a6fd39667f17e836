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
import java.util.stream.Stream;
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

    /** Takes back what has become pointless. */
    void withdraw(Session session, Notice.Kind kind, String subject) throws SQLException {
        session.update(
                "DELETE FROM mpesa_notice WHERE owner = ? AND kind = ? AND subject = ? AND told_at IS NULL",
                owner,
                kind.name(),
                subject);
    }

    /**
     * Money is that of a payment, so nobody has to hear of it besides. It may have to be told after all: the row stays,
     * as if it were told.
     *
     * @return whether somebody has heard it by now, or may have
     */
    boolean withhold(Session session, String receipt) throws SQLException {
        int attempts = session.first(
                        row -> row.getInt(1),
                        "SELECT attempts FROM mpesa_notice WHERE owner = ? AND kind = 'MONEY' AND subject = ? FOR UPDATE",
                        owner,
                        receipt)
                .orElse(0);
        session.update(
                "UPDATE mpesa_notice SET told_at = {now}, next_at = NULL"
                        + " WHERE owner = ? AND kind = 'MONEY' AND subject = ? AND told_at IS NULL",
                owner,
                receipt);
        return attempts > 0;
    }

    /**
     * Whether the money of a payment was told as such, found out after its settlement was written: one that waits says
     * it, and one that said so wrongly is told anew.
     *
     * @return false if it was told before that the money is news, which it is not
     */
    boolean correctSettlement(Session session, String key, boolean isRepetition) throws SQLException {
        if (isRepetition) {
            // One that is under way is heard as news just now.
            boolean isNews = session.first(
                            row -> row.getInt("attempts") > 0 && row.getInt("is_repetition") == 0,
                            "SELECT attempts, is_repetition FROM mpesa_notice WHERE owner = ? AND kind = 'SETTLEMENT'"
                                    + " AND subject = ? FOR UPDATE",
                            owner,
                            key)
                    .orElse(true);
            session.update(
                    "UPDATE mpesa_notice SET is_repetition = 1 WHERE owner = ? AND kind = 'SETTLEMENT' AND subject = ?"
                            + " AND told_at IS NULL AND attempts = 0",
                    owner,
                    key);
            return !isNews;
        }
        // Another row: a listener that still has the old one must not close what is told anew.
        int wrong = session.update(
                "DELETE FROM mpesa_notice WHERE owner = ? AND kind = 'SETTLEMENT' AND subject = ? AND is_repetition = 1",
                owner,
                key);
        if (wrong > 0) {
            add(session, Notice.Kind.SETTLEMENT, key, false, Duration.ZERO);
        }
        return true;
    }

    /** Money is of no payment after all; who may have heard of it hears that it is told again. */
    void addAgain(Session session, String receipt, Duration heldBack) throws SQLException {
        session.update(
                "UPDATE mpesa_notice SET told_at = NULL, next_at = {now} + ?"
                        + " WHERE owner = ? AND kind = 'MONEY' AND subject = ?",
                heldBack.toMillis(),
                owner,
                receipt);
        add(session, Notice.Kind.MONEY, receipt, false, heldBack);
    }

    /** Whether money is that of a push after all; it is matched with it then. */
    interface Comparison {
        boolean matchWithPush(Session session, Receipts.Heard money) throws SQLException;
    }

    /**
     * Takes what nobody has heard yet; others do not see it while the lease lasts.
     *
     * @param underWay the ids of notices that are not taken
     * @param comparison of money, once more: when it came, its push was perhaps being settled in another transaction,
     *     and neither saw the other
     */
    List<Notice> take(
            Session session, int most, Collection<Notice.Kind> kinds, Set<Long> underWay, Comparison comparison)
            throws SQLException {
        List<Notice> notices = List.of();
        // What cannot be read or is no news must not look like the end.
        for (List<Row> due = due(session, kinds, underWay, most);
                notices.isEmpty() && !due.isEmpty();
                due = notices.isEmpty() ? due(session, kinds, underWay, most) : List.of()) {
            notices = leased(session, due, comparison);
        }
        return notices;
    }

    private List<Row> due(Session session, Collection<Notice.Kind> kinds, Set<Long> underWay, int most)
            throws SQLException {
        List<Row> due = new ArrayList<>();
        for (Notice.Kind kind : kinds) {
            due.addAll(due(session, kind, underWay, most - due.size()));
        }
        return due;
    }

    private List<Notice> leased(Session session, List<Row> due, Comparison comparison) throws SQLException {
        session.update(
                "UPDATE mpesa_notice SET attempts = attempts + 1, next_at = {now} + " + LEASE + " WHERE id IN ("
                        + Session.marks(due.size()) + ")",
                due.stream().map(Row::id).toArray());
        Map<Boolean, Set<String>> subjects = due.stream()
                .collect(Collectors.partitioningBy(
                        row -> row.kind() == Notice.Kind.MONEY, Collectors.mapping(Row::subject, Collectors.toSet())));
        Map<String, Receipts.Heard> money = new HashMap<>();
        for (Receipts.Heard heard : receipts.find(session, subjects.getOrDefault(true, Set.of()))) {
            money.put(heard.payment().receipt(), heard);
        }
        Map<String, Entry> entries = new HashMap<>();
        for (Entry entry : payments.find(session, subjects.getOrDefault(false, Set.of()))) {
            entries.put(entry.key(), entry);
        }
        List<Notice> notices = new ArrayList<>();
        for (Row row : due) {
            Receipts.Heard heard = row.kind() == Notice.Kind.MONEY ? money.get(row.subject()) : null;
            Notice notice = heard != null ? ofMoney(row, heard.payment()) : ofPayment(row, entries.get(row.subject()));
            if (notice == null) {
                setAside(session, row);
            } else if (heard != null && comparison.matchWithPush(session, heard)) {
                notTaken(session, row);
            } else {
                notices.add(notice);
            }
        }
        return notices;
    }

    private void notTaken(Session session, Row row) throws SQLException {
        var unused = withhold(session, row.subject());
        session.update("UPDATE mpesa_notice SET attempts = ? WHERE id = ?", row.attempts(), row.id());
    }

    private static void setAside(Session session, Row row) throws SQLException {
        LOG.log(WARNING, "notice {0} of the journal cannot be read and is left for a day", String.valueOf(row.id()));
        session.update("UPDATE mpesa_notice SET next_at = {now} + " + UNREADABLE_FOR + " WHERE id = ?", row.id());
    }

    // One kind at a time, so that notices for which there is no listener are not even looked at.
    private List<Row> due(Session session, Notice.Kind kind, Set<Long> underWay, int most) throws SQLException {
        String others = underWay.isEmpty() ? "" : " AND id NOT IN (" + Session.marks(underWay.size()) + ")";
        return session.list(
                row -> new Row(
                        row.getLong("id"),
                        kind,
                        row.getString("subject"),
                        row.getInt("is_repetition") == 1,
                        row.getInt("attempts")),
                "SELECT id, subject, is_repetition, attempts FROM mpesa_notice WHERE owner = ? AND kind = ?"
                        + " AND {due}" + others + " {oldest first} LIMIT " + most + " FOR UPDATE SKIP LOCKED",
                Stream.concat(Stream.of(owner, kind.name()), underWay.stream()).toArray());
    }

    private static Notice ofMoney(Row row, CustomerPayment payment) {
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
