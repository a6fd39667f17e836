package io.github.mpesasdk.journal.jdbc;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Traits;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The receipts of one owner. Each is there once, so of two machines that hear of one, one is told that it is new. */
final class Receipts {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");

    private static final String OF_PAYMENT = "PAYMENT";

    private static final String COLUMNS = "r.receipt, r.source, r.amount, r.short_code, r.label, r.paid_at, r.heard_at";

    /** Money that came unasked, and when it was heard of, by the clock of the database. */
    record Heard(CustomerPayment payment, Instant at) {}

    private final String owner;
    private final Vault vault;

    Receipts(String owner, Vault vault) {
        this.owner = owner;
        this.vault = vault;
    }

    /** Money that comes unasked; answers whether the receipt is new. */
    boolean add(Session session, Heard money) throws SQLException {
        CustomerPayment payment = money.payment();
        return session.insertIfAbsent(
                "INSERT INTO mpesa_received (owner, receipt, source, amount, plain_amount, short_code, label, paid_at,"
                        + " heard_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                owner,
                payment.receipt(),
                payment.source().name(),
                payment.amount().toPlainString(),
                Traits.plainAmount(payment.amount()),
                payment.shortCode(),
                vault.seal(payment.reference().orElse(null), place(payment.receipt())),
                payment.at().toEpochMilli(),
                money.at().toEpochMilli());
    }

    /** A message names it for a payment; answers whether the receipt is new. */
    boolean add(Session session, String receipt, String paymentKey) throws SQLException {
        return session.insertIfAbsent(
                "INSERT INTO mpesa_received (owner, receipt, source, payment_key, heard_at) VALUES (?, ?, ?, ?, {now})",
                owner,
                receipt,
                OF_PAYMENT,
                paymentKey);
    }

    /** The payment that a known receipt is of; empty where it is of none. Others wait until the transaction ends. */
    Optional<String> payment(Session session, String receipt) throws SQLException {
        return session
                .list(
                        row -> Optional.ofNullable(row.getString(1)),
                        "SELECT payment_key FROM mpesa_received WHERE owner = ? AND receipt = ? FOR UPDATE",
                        owner,
                        receipt)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A payment is what a receipt is of; answers whether it was of none before. */
    boolean take(Session session, String receipt, String paymentKey) throws SQLException {
        return session.update(
                        "UPDATE mpesa_received SET payment_key = ? WHERE owner = ? AND receipt = ? AND payment_key IS NULL",
                        paymentKey,
                        owner,
                        receipt)
                == 1;
    }

    /** A receipt is not of this payment. */
    void free(Session session, String receipt, String paymentKey) throws SQLException {
        session.update(
                "UPDATE mpesa_received SET payment_key = NULL WHERE owner = ? AND receipt = ? AND payment_key = ?",
                owner,
                receipt,
                paymentKey);
    }

    /** The amount of a receipt that is known: that of the money, or of the payment that was settled with it. */
    Optional<BigDecimal> amount(Session session, String receipt) throws SQLException {
        return session
                .list(
                        row -> row.getString(1),
                        "SELECT COALESCE(r.amount, p.amount) FROM mpesa_received r LEFT JOIN mpesa_payment p"
                                + " ON p.owner = r.owner AND p.payment_key = r.payment_key"
                                + " WHERE r.owner = ? AND r.receipt = ?",
                        owner,
                        receipt)
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(BigDecimal::new);
    }

    /** Money of no payment so far that may be a push's; what no listener has heard comes first. */
    List<Heard> candidates(Session session, Entry push) throws SQLException {
        return present(session.list(
                this::readable,
                "SELECT " + COLUMNS + " FROM mpesa_received r LEFT JOIN mpesa_notice n"
                        + " ON n.owner = r.owner AND n.kind = 'MONEY' AND n.subject = r.receipt"
                        + " WHERE r.owner = ? AND r.short_code = ? AND r.plain_amount = ? AND r.paid_at BETWEEN ? AND ?"
                        + " AND r.payment_key IS NULL ORDER BY COALESCE(n.attempts, 0), r.paid_at LIMIT 1000",
                owner,
                push.traits().receiver(),
                push.traits().amount(),
                push.preparedAt().minus(Entry.CLOCKS_DIFFER).toEpochMilli(),
                push.preparedAt().plus(Entry.PUSH_LASTS).toEpochMilli()));
    }

    List<Heard> find(Session session, Set<String> receipts) throws SQLException {
        return present(session.listAnyOf(
                this::readable,
                "SELECT " + COLUMNS + " FROM mpesa_received r WHERE owner = ? AND source <> '" + OF_PAYMENT
                        + "' AND receipt {one of}",
                "",
                receipts,
                owner));
    }

    private static List<Heard> present(List<Optional<Heard>> read) {
        return read.stream().flatMap(Optional::stream).toList();
    }

    // A damaged one must not hold up the others.
    private Optional<Heard> readable(ResultSet row) throws SQLException {
        try {
            return Optional.of(read(row));
        } catch (RuntimeException damaged) {
            LOG.log(
                    WARNING,
                    "the receipt {0} cannot be read from the journal: {1}",
                    row.getString("receipt"),
                    damaged.getClass().getName());
            return Optional.empty();
        }
    }

    private Heard read(ResultSet row) throws SQLException {
        String receipt = row.getString("receipt");
        CustomerPayment payment = CustomerPayment.of(
                receipt,
                new BigDecimal(row.getString("amount")),
                row.getString("short_code"),
                vault.open(row.getString("label"), place(receipt)),
                Instant.ofEpochMilli(row.getLong("paid_at")),
                CustomerPayment.Source.valueOf(row.getString("source")));
        return new Heard(payment, Instant.ofEpochMilli(row.getLong("heard_at")));
    }

    private String place(String receipt) {
        return "mpesa_received label " + owner + " " + receipt;
    }
}
