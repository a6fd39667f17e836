package io.github.mpesasdk.journal.jdbc;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Event;
import io.github.mpesasdk.journal.KnownReceipt;
import io.github.mpesasdk.journal.Notice;
import io.github.mpesasdk.journal.PaymentState;
import io.github.mpesasdk.journal.Recorded;
import io.github.mpesasdk.journal.Traits;
import io.github.mpesasdk.journal.Verdict;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The journal of one merchant in a database: what is one transaction. Thread-safe. */
final class JdbcBook implements Book {

    // As long as a push that was lost may take to be found.
    private static final Duration HELD_BACK = Duration.ofMinutes(10);

    private final Database database;
    private final Vault vault;
    private final Retention retention;
    private final Payments payments;
    private final Receipts receipts;
    private final Outbox outbox;
    private final Tasks tasks;

    JdbcBook(String owner, Database database, Vault vault, Retention retention) {
        this.database = database;
        this.vault = vault;
        this.retention = retention;
        this.payments = new Payments(owner, new PaymentRow(owner, vault));
        this.receipts = new Receipts(owner, vault);
        this.outbox = new Outbox(owner, payments, receipts);
        this.tasks = new Tasks(owner);
    }

    @Override
    public String digest(String personal) {
        return vault.digest("personal " + personal);
    }

    @Override
    public boolean prepare(Entry entry) {
        return database.inTransaction("writing a payment", session -> payments.prepare(session, entry));
    }

    @Override
    public boolean send(String key, Duration pause) {
        return database.inStatement("writing that a payment is sent", session -> payments.send(session, key, pause));
    }

    @Override
    public void accept(String key, Reference reference, Map<String, String> repeats) {
        database.inTransaction("writing that a payment is accepted", session -> {
            payments.accept(session, key, reference, repeats);
            return true;
        });
    }

    @Override
    public Recorded record(Entry entry, Event event, @Nullable Verdict verdict) {
        return database.inTransaction("writing what was heard of a payment", session -> {
            boolean isNew = payments.hear(session, entry.key(), event);
            if (verdict == null) {
                payments.touch(session, entry.key());
                return new Recorded(isNew, false);
            }
            boolean settles = settle(session, entry, verdict);
            if (settles) {
                tell(session, entry.key(), verdict);
            } else if (verdict.receipt() != null && payments.learnReceipt(session, entry.key(), verdict.receipt())) {
                knows(session, entry.key(), verdict.receipt());
            }
            return new Recorded(isNew, settles);
        });
    }

    private boolean settle(Session session, Entry known, Verdict verdict) throws SQLException {
        Set<PaymentState> any = EnumSet.allOf(PaymentState.class);
        if (payments.settle(session, known.key(), verdict, any)) {
            return true;
        }
        if (payments.touch(session, known.key())) {
            return false;
        }
        payments.restore(session, known);
        return payments.settle(session, known.key(), verdict, any);
    }

    private void tell(Session session, String key, Verdict verdict) throws SQLException {
        boolean isRepetition = false;
        if (verdict.receipt() != null) {
            isRepetition = knows(session, key, verdict.receipt());
        } else if (verdict.state() == PaymentState.PAID) {
            isRepetition = takeItsMoney(session, key);
        }
        if (verdict.state() == PaymentState.NEEDS_PERSON) {
            if (verdict.isToBeTold()) {
                outbox.add(session, Notice.Kind.PERSON, key, false, Duration.ZERO);
            }
            return;
        }
        outbox.withdraw(session, Notice.Kind.PERSON, key);
        if (verdict.isToBeTold()) {
            outbox.add(session, Notice.Kind.SETTLEMENT, key, isRepetition, Duration.ZERO);
        }
    }

    // Answers whether a listener has heard of this money, or may have.
    private boolean knows(Session session, String key, String receipt) throws SQLException {
        if (receipts.add(session, receipt, key)) {
            return false;
        }
        Optional<Entry> paid = payments.find(session, key);
        KnownReceipt.compare(
                receipt,
                receipts.amount(session, receipt).orElse(null),
                paid.map(entry -> entry.traits().amount()).map(BigDecimal::new).orElse(null));
        return outbox.withdraw(session, Notice.Kind.MONEY, receipt);
    }

    // The notice of a push that a question settled may be here already, held back; a question tells no receipt. Answers
    // whether a listener has heard of this money, or may have.
    private boolean takeItsMoney(Session session, String key) throws SQLException {
        Optional<Entry> paid = payments.find(session, key)
                .filter(entry ->
                        entry.traits().receiver() != null && entry.traits().amount() != null);
        if (paid.isEmpty()) {
            return false;
        }
        for (Receipts.Heard money : receipts.free(session, paid.get())) {
            String receipt = money.payment().receipt();
            // Another push of the same amount may be settled at this moment, and have it first.
            if (paid.get().isPaidWith(money.payment(), money.at(), this::digest)
                    && receipts.take(session, receipt, key)) {
                payments.learnReceipt(session, key, receipt);
                KnownReceipt.taken(money.payment(), paid.get());
                return outbox.withdraw(session, Notice.Kind.MONEY, receipt);
            }
        }
        return false;
    }

    private boolean isOfPush(Session session, Receipts.Heard money) throws SQLException {
        String receipt = money.payment().receipt();
        String label =
                money.payment().reference().map(Traits::plain).map(this::digest).orElse(null);
        for (Entry push : payments.paidWithoutReceipt(session, money, label)) {
            if (push.isPaidWith(money.payment(), money.at(), this::digest)) {
                // Where it is another payment's by now, it is no news either.
                if (receipts.take(session, receipt, push.key())) {
                    if (!payments.learnReceipt(session, push.key(), receipt)) {
                        throw Failures.collision();
                    }
                    KnownReceipt.taken(money.payment(), push);
                }
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean giveUp(String key, Verdict verdict) {
        return database.inTransaction("giving a payment up", session -> {
            boolean isDone = payments.settle(session, key, verdict, EnumSet.of(PaymentState.PREPARED));
            if (isDone) {
                tell(session, key, verdict);
            }
            return isDone;
        });
    }

    @Override
    public Optional<Entry> find(String key) {
        return database.inStatement("reading a payment", session -> payments.find(session, key));
    }

    @Override
    public Optional<Entry> named(Reference reference) {
        return database.inTransaction("reading a payment", session -> payments.named(session, reference));
    }

    @Override
    public boolean hasRival(Entry entry) {
        return database.inStatement("looking for a similar payment", session -> payments.hasRival(session, entry));
    }

    @Override
    public List<Entry> claim(int most, PauseOf pause) {
        retention.run();
        return database.inTransaction("taking open payments", session -> payments.claim(session, most, pause));
    }

    @Override
    public boolean receive(CustomerPayment payment) {
        return database.inTransaction("writing money that came in", session -> {
            Receipts.Heard money = new Receipts.Heard(payment, now(session));
            boolean isNew = receipts.add(session, money);
            if (isNew && isOfPush(session, money)) {
                return false;
            }
            if (isNew) {
                Duration heldBack = payments.mayBePush(session, money) ? HELD_BACK : Duration.ZERO;
                outbox.add(session, Notice.Kind.MONEY, payment.receipt(), false, heldBack);
            } else {
                Optional<BigDecimal> known = receipts.amount(session, payment.receipt());
                KnownReceipt.compare(payment.receipt(), known.orElse(null), payment.amount());
            }
            return isNew;
        });
    }

    @Override
    public List<Notice> notices(int most, Set<Notice.Kind> kinds) {
        retention.run();
        return database.inTransaction("taking notices", session -> outbox.take(session, most, kinds, this::isOfPush));
    }

    @Override
    public void told(Notice notice) {
        database.inTransaction("writing that a notice was heard", session -> {
            outbox.told(session, notice.id());
            return true;
        });
    }

    @Override
    public void tellLater(Notice notice, Duration pause) {
        database.inTransaction("writing that a notice was not heard", session -> {
            outbox.tellLater(session, notice.id(), pause);
            return true;
        });
    }

    @Override
    public Optional<Instant> take(String task, Duration every) {
        return database.inTransaction("taking a task", session -> tasks.take(session, task, every));
    }

    @Override
    public void done(String task, Instant until) {
        database.inTransaction("writing that a task is done", session -> {
            tasks.done(session, task, until);
            return true;
        });
    }

    @Override
    public Instant now() {
        return database.inStatement("reading the clock", JdbcBook::now);
    }

    private static Instant now(Session session) throws SQLException {
        return session.first(row -> Instant.ofEpochMilli(row.getLong(1)), "SELECT {now}")
                .orElseThrow();
    }
}
