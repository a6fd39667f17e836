package io.github.mpesasdk.journal.jdbc;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Event;
import io.github.mpesasdk.journal.PaymentState;
import io.github.mpesasdk.journal.Traits;
import io.github.mpesasdk.journal.Verdict;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The payments of one owner. Every change of a state is one update that holds only in the states it may start from. */
final class Payments {

    // A process that has prepared a payment sends it at once; a day's clock would hide those that died.
    private static final long SEND_WITHIN = Duration.ofMinutes(10).toMillis();
    private static final long SAME_TIME = Duration.ofHours(12).toMillis();
    // As Entry.isPaidWith says; in an index.
    private static final String LIKE = "receiver = ? AND amount = ? AND prepared_at BETWEEN ? AND ?";
    private static final long UNREADABLE_FOR = Duration.ofDays(1).toMillis();
    private static final int LONGEST_CODE = 64;

    private static final String SELECT = "SELECT " + PaymentRow.COLUMNS + " FROM mpesa_payment WHERE owner = ? AND ";

    private final String owner;
    private final PaymentRow rows;

    Payments(String owner, PaymentRow rows) {
        this.owner = owner;
        this.rows = rows;
    }

    boolean prepare(Session session, Entry entry) throws SQLException {
        Reference reference = entry.reference();
        String name = reference.value().isEmpty() ? rows.unnamed(entry.key()) : rows.name(reference);
        return insertNew(session, entry, name)
                || (makeRoom(session, entry.key(), name) && insertNew(session, entry, name));
    }

    private boolean insertNew(Session session, Entry entry, String name) throws SQLException {
        return insert(session, entry, name, "{now}", "{now} + " + SEND_WITHIN);
    }

    // What was refused at once never was a payment; its id may be used again.
    private boolean makeRoom(Session session, String key, String name) throws SQLException {
        Set<String> keys = new HashSet<>(keysOfRefused(session, "payment_key", key));
        keys.addAll(keysOfRefused(session, "first_name", name));
        List<Object[]> refused =
                keys.stream().map(one -> new Object[] {owner, one}).toList();
        session.updateAll("DELETE FROM mpesa_event WHERE owner = ? AND payment_key = ?", refused);
        session.updateAll("DELETE FROM mpesa_payment WHERE owner = ? AND payment_key = ?", refused);
        return !refused.isEmpty();
    }

    private List<String> keysOfRefused(Session session, String column, String value) throws SQLException {
        return session.list(
                row -> row.getString(1),
                "SELECT payment_key FROM mpesa_payment WHERE owner = ? AND " + column
                        + " = ? AND state = 'FAILED' AND is_to_be_told = 0 FOR UPDATE",
                owner,
                value);
    }

    private boolean insert(Session session, Entry entry, String firstName, String preparedAt, String nextAt)
            throws SQLException {
        Traits traits = entry.traits();
        return session.insertIfAbsent(
                "INSERT INTO mpesa_payment (owner, payment_key, operation, first_name, current_name, reference, order_key,"
                        + " traits, amount, account, label, receiver, repeats, state, prepared_at, next_at, questions)"
                        + " VALUES (" + Session.marks(14) + ", " + preparedAt + ", " + nextAt + ", 0)",
                owner,
                entry.key(),
                entry.operation(),
                firstName,
                rows.name(entry.reference()),
                rows.sealedReference(entry.key(), entry.reference()),
                entry.orderKey(),
                rows.traits(traits),
                traits.amount(),
                traits.account(),
                traits.label(),
                traits.receiver(),
                rows.sealedRepeats(entry.key(), entry.repeats()),
                entry.state().name());
    }

    boolean send(Session session, String key, Duration pause) throws SQLException {
        return session.update(
                        "UPDATE mpesa_payment SET state = 'SENT', sent_at = COALESCE(sent_at, {now}), next_at = {now} + ?"
                                + " WHERE owner = ? AND payment_key = ? AND heard_at IS NULL AND state IN ('SENT', "
                                + origins(PaymentState.SENT) + ")",
                        pause.toMillis(),
                        owner,
                        key)
                == 1;
    }

    /** The states from which a payment can become this, as a list for SQL. */
    private static String origins(PaymentState next) {
        return next.origins().stream().map(state -> "'" + state + "'").sorted().collect(Collectors.joining(", "));
    }

    void accept(Session session, String key, Reference reference, Map<String, String> repeats) throws SQLException {
        session.update(
                "UPDATE mpesa_payment SET current_name = ?, reference = ?, repeats = ? WHERE owner = ? AND payment_key = ?",
                rows.name(reference),
                rows.sealedReference(key, reference),
                rows.sealedRepeats(key, repeats),
                owner,
                key);
        session.update(
                "UPDATE mpesa_payment SET state = 'ACCEPTED', accepted_at = {now}"
                        + " WHERE owner = ? AND payment_key = ? AND state IN (" + origins(PaymentState.ACCEPTED) + ")",
                owner,
                key);
    }

    /** Answers whether it was not there before. */
    boolean hear(Session session, String key, Event event) throws SQLException {
        String code = event.code();
        return session.insertIfAbsent(
                "INSERT INTO mpesa_event (owner, payment_key, kind, digest, code, heard_at) VALUES (?, ?, ?, ?, ?, {now})",
                owner,
                key,
                event.kind().name(),
                event.digest(),
                code == null || code.length() <= LONGEST_CODE ? code : code.substring(0, LONGEST_CODE));
    }

    /**
     * A message about a payment arrived that does not settle it.
     *
     * @return false if there is no such payment
     */
    boolean touch(Session session, String key) throws SQLException {
        return session.update(
                        "UPDATE mpesa_payment SET heard_at = COALESCE(heard_at, {now}) WHERE owner = ? AND payment_key = ?",
                        owner,
                        key)
                == 1;
    }

    /** Writes down a payment that is not there. A message has arrived about it, so it has left. */
    boolean restore(Session session, Entry known) throws SQLException {
        return insert(
                session,
                known.state() == PaymentState.PREPARED ? known.in(PaymentState.SENT, null) : known,
                rows.unnamed(known.key()),
                String.valueOf(known.preparedAt().toEpochMilli()),
                "NULL");
    }

    /**
     * The step to a verdict, if it may be taken.
     *
     * @param from the states that it may start from besides
     */
    boolean settle(Session session, String key, Verdict verdict, Set<PaymentState> from) throws SQLException {
        Code code = verdict.code();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(verdict.state().name());
        values.add(code == null ? null : code.value());
        values.add(code == null ? null : code.kind().name());
        values.add(code == null ? null : code.meaning());
        values.add(code == null ? null : code.advice());
        values.add(code == null ? null : code.evidence().name());
        values.add(rows.sealedWords(key, verdict.words()));
        values.add(verdict.receipt());
        values.add(rows.sealedWhy(key, verdict.why()));
        values.add(owner);
        values.add(key);
        from.stream()
                .filter(state -> state.canBecome(verdict.state()))
                .map(Enum::name)
                .forEach(values::add);
        String states = Session.marks(values.size() - 11);
        return !states.isEmpty()
                && session.update(
                                "UPDATE mpesa_payment SET state = ?, code_value = ?, code_kind = ?, code_meaning = ?,"
                                        + " code_advice = ?, code_evidence = ?, words = ?, receipt = ?, why = ?,"
                                        + " code_final = " + (code != null && code.isFinal() ? 1 : 0)
                                        + ", is_to_be_told = " + (verdict.isToBeTold() ? 1 : 0)
                                        + (verdict.state().isSettled() ? ", settled_at = {now}" : "")
                                        + ", heard_at = COALESCE(heard_at, {now}), next_at = NULL"
                                        + " WHERE owner = ? AND payment_key = ? AND state IN (" + states + ")",
                                values.toArray())
                        == 1;
    }

    Optional<Entry> find(Session session, String key) throws SQLException {
        return session.first(rows::read, SELECT + "payment_key = ?", owner, key);
    }

    List<Entry> find(Session session, Set<String> keys) throws SQLException {
        return present(session.listAnyOf(rows::readable, SELECT + "payment_key {one of}", "", keys, owner));
    }

    private static List<Entry> present(List<Optional<Entry>> read) {
        return read.stream().flatMap(Optional::stream).toList();
    }

    Optional<Entry> named(Session session, Reference reference) throws SQLException {
        if (reference.value().isEmpty()) {
            return Optional.empty();
        }
        String name = rows.name(reference);
        Optional<Entry> current =
                session.first(rows::read, SELECT + "current_name = ? ORDER BY prepared_at DESC LIMIT 1", owner, name);
        return current.isPresent()
                ? current
                : session.first(rows::read, SELECT + "first_name = ? ORDER BY prepared_at DESC LIMIT 1", owner, name);
    }

    boolean hasRival(Session session, Entry entry) throws SQLException {
        long at = entry.preparedAt().toEpochMilli();
        return session.first(
                        row -> true,
                        "SELECT 1 FROM mpesa_payment WHERE owner = ? AND traits = ? AND prepared_at BETWEEN ? AND ?"
                                + " AND payment_key <> ? AND state <> 'FAILED' LIMIT 1",
                        owner,
                        rows.traits(entry.traits()),
                        at - SAME_TIME,
                        at + SAME_TIME,
                        entry.key())
                .isPresent();
    }

    /** A paid payment whose receipt nobody told has one now; answers whether it had none. */
    boolean learnReceipt(Session session, String key, String receipt) throws SQLException {
        return session.update(
                        "UPDATE mpesa_payment SET receipt = ? WHERE owner = ? AND payment_key = ? AND state = 'PAID'"
                                + " AND receipt IS NULL",
                        receipt,
                        owner,
                        key)
                == 1;
    }

    /** Money looks like that of a paid payment without a receipt; answers whether it had none that did. */
    boolean match(Session session, String key, String receipt) throws SQLException {
        return session.update(
                        "UPDATE mpesa_payment SET matched_receipt = ? WHERE owner = ? AND payment_key = ?"
                                + " AND state = 'PAID' AND receipt IS NULL AND matched_receipt IS NULL",
                        receipt,
                        owner,
                        key)
                == 1;
    }

    /** The money that looks like that of a payment is another's; answers whether it was matched with it. */
    boolean unmatch(Session session, String key, String receipt) throws SQLException {
        return session.update(
                        "UPDATE mpesa_payment SET matched_receipt = NULL"
                                + " WHERE owner = ? AND payment_key = ? AND matched_receipt = ?",
                        owner,
                        key,
                        receipt)
                == 1;
    }

    /** The receipt of the money that looks like that of a payment. */
    Optional<String> matched(Session session, String key) throws SQLException {
        return session.first(
                row -> row.getString(1),
                "SELECT matched_receipt FROM mpesa_payment"
                        + " WHERE owner = ? AND payment_key = ? AND matched_receipt IS NOT NULL",
                owner,
                key);
    }

    /**
     * Pushes that are paid, whose receipt nobody told, and which no money is matched with so far.
     *
     * @param label digest of what the customer named; null where there is none
     */
    List<Entry> paidWithoutReceipt(Session session, Receipts.Heard money, @Nullable String label) throws SQLException {
        return present(session.list(
                rows::readable,
                SELECT + LIKE + " AND (label = ? OR ? IS NULL) AND state = 'PAID' AND receipt IS NULL"
                        + " AND matched_receipt IS NULL ORDER BY prepared_at LIMIT 20",
                like(money, label, label)));
    }

    /** Whether money that came unasked may be a push that is still open. */
    boolean mayBePush(Session session, Receipts.Heard money) throws SQLException {
        return session.first(
                        row -> true,
                        "SELECT 1 FROM mpesa_payment WHERE owner = ? AND " + LIKE
                                + " AND state IN ('SENT', 'ACCEPTED') LIMIT 1",
                        like(money))
                .isPresent();
    }

    private @Nullable Object[] like(Receipts.Heard money, @Nullable Object... more) {
        Instant paidAt = money.payment().at();
        long latest = Math.min(
                money.at().toEpochMilli(), paidAt.plus(Entry.CLOCKS_DIFFER).toEpochMilli());
        List<@Nullable Object> values = new ArrayList<>(List.of(
                owner,
                money.payment().shortCode(),
                Traits.plainAmount(money.payment().amount()),
                paidAt.minus(Entry.PUSH_LASTS).toEpochMilli(),
                latest));
        values.addAll(Arrays.asList(more));
        return values.toArray();
    }

    private record Due(String key, Optional<Entry> entry) {}

    /** Takes payments whose time has come; others do not see them until the pause is over. */
    List<Entry> claim(Session session, int most, Book.PauseOf pause) throws SQLException {
        List<Due> due = session.list(
                row -> new Due(row.getString("payment_key"), rows.readable(row)),
                SELECT + "{due} {oldest first} LIMIT " + most + " FOR UPDATE SKIP LOCKED",
                owner);
        session.updateAll(
                "UPDATE mpesa_payment SET questions = questions + 1, next_at = {now} + ? WHERE owner = ? AND payment_key = ?",
                due.stream()
                        .map(row -> new Object[] {
                            row.entry()
                                    .map(entry ->
                                            pause.after(entry.askedAgain()).toMillis())
                                    .orElse(UNREADABLE_FOR),
                            owner,
                            row.key()
                        })
                        .toList());
        return due.stream().flatMap(row -> row.entry().stream()).toList();
    }
}
