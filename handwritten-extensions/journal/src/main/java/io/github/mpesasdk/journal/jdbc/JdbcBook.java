package io.github.mpesasdk.journal.jdbc;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Event;
import io.github.mpesasdk.journal.Notice;
import io.github.mpesasdk.journal.PaymentState;
import io.github.mpesasdk.journal.Recorded;
import io.github.mpesasdk.journal.Verdict;
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

    private final Database database;
    private final Vault vault;
    private final Retention retention;
    private final Payments payments;
    private final Outbox outbox;
    private final Money money;
    private final Tasks tasks;

    JdbcBook(String owner, Database database, Vault vault, Retention retention) {
        this.database = database;
        this.vault = vault;
        this.retention = retention;
        this.payments = new Payments(owner, new PaymentRow(owner, vault));
        Receipts receipts = new Receipts(owner, vault);
        this.outbox = new Outbox(owner, payments, receipts);
        this.money = new Money(payments, receipts, outbox, this::digest);
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
            } else if (verdict.receipt() != null) {
                money.learn(session, entry.key(), verdict.receipt());
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
            isRepetition = money.confirm(session, key, verdict.receipt());
        } else if (verdict.state() == PaymentState.PAID) {
            isRepetition = money.match(session, key);
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
        return database.inTransaction(
                "writing money that came in",
                session -> money.receive(session, new Receipts.Heard(payment, now(session))));
    }

    @Override
    public List<Notice> notices(int most, Set<Notice.Kind> kinds, Set<Long> underWay) {
        retention.run();
        return database.inTransaction(
                "taking notices", session -> outbox.take(session, most, kinds, underWay, money::matchWithPush));
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
