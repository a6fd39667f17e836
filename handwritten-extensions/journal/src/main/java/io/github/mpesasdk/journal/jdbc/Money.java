package io.github.mpesasdk.journal.jdbc;

import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.KnownReceipt;
import io.github.mpesasdk.journal.Notice;
import io.github.mpesasdk.journal.Traits;
import io.github.mpesasdk.journal.Verdict;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Whose money is whose. A receipt that a message names for a payment is that payment's. Where a question settled a
 * push, no receipt is told: money that looks like its own is taken for it, until a message says otherwise. What is of
 * no payment, listeners hear of. Used within a transaction.
 */
final class Money {

    // As long as a push that was lost may take to be found.
    private static final Duration HELD_BACK = Duration.ofMinutes(10);

    private final Payments payments;
    private final Receipts receipts;
    private final Outbox outbox;
    private final UnaryOperator<String> digest;

    Money(Payments payments, Receipts receipts, Outbox outbox, UnaryOperator<String> digest) {
        this.payments = payments;
        this.receipts = receipts;
        this.outbox = outbox;
        this.digest = digest;
    }

    /** It came unasked; answers whether it is news. */
    boolean receive(Session session, Receipts.Heard money) throws SQLException {
        boolean isNew = receipts.add(session, money);
        if (!isNew) {
            String receipt = money.payment().receipt();
            Optional<BigDecimal> known = receipts.amount(session, receipt);
            KnownReceipt.compare(receipt, known.orElse(null), money.payment().amount());
        }
        return isNew && isToldOf(session, money);
    }

    private boolean isToldOf(Session session, Receipts.Heard money) throws SQLException {
        if (isOfPush(session, money)) {
            return false;
        }
        Duration heldBack = payments.mayBePush(session, money) ? HELD_BACK : Duration.ZERO;
        outbox.add(session, Notice.Kind.MONEY, money.payment().receipt(), false, heldBack);
        return true;
    }

    /** A message names the receipt of a payment that was settled without. */
    void learn(Session session, String key, String receipt) throws SQLException {
        if (payments.learnReceipt(session, key, receipt)) {
            isOf(session, key, receipt);
            return;
        }
        Optional<String> taken = taken(session, key);
        if (taken.isEmpty()) {
            return;
        }
        payments.forgetReceipt(session, key);
        receipts.takeBack(session, taken.get());
        payments.learnReceipt(session, key, receipt);
        isOf(session, key, receipt);
        if (!taken.get().equals(receipt)) {
            for (Receipts.Heard money : receipts.find(session, Set.of(taken.get()))) {
                isToldOf(session, money);
            }
        }
    }

    // The receipt of the money that was taken for this payment's.
    private Optional<String> taken(Session session, String key) throws SQLException {
        Optional<String> receipt =
                payments.find(session, key).flatMap(Entry::settledBy).map(Verdict::receipt);
        return receipt.isPresent() && receipts.takenFor(session, receipt.get()).equals(Optional.of(key))
                ? receipt
                : Optional.empty();
    }

    /**
     * A message names the receipt of a payment. A push that this money was taken for has to look for other money.
     *
     * @return whether a listener has heard of this money, or may have
     */
    boolean isOf(Session session, String key, String receipt) throws SQLException {
        Optional<String> other = receipts.takenFor(session, receipt).filter(push -> !push.equals(key));
        if (receipts.add(session, receipt, key)) {
            return false;
        }
        if (other.isPresent()) {
            payments.forgetReceipt(session, other.get());
            take(session, other.get());
        }
        Optional<Entry> paid = payments.find(session, key);
        KnownReceipt.compare(
                receipt,
                receipts.amount(session, receipt).orElse(null),
                paid.map(entry -> entry.traits().amount()).map(BigDecimal::new).orElse(null));
        return outbox.withdraw(session, Notice.Kind.MONEY, receipt);
    }

    /**
     * A push is paid and nobody named the receipt: its money may be here already, held back.
     *
     * @return whether a listener has heard of this money, or may have
     */
    boolean take(Session session, String key) throws SQLException {
        Optional<Entry> paid = payments.find(session, key)
                .filter(entry ->
                        entry.traits().receiver() != null && entry.traits().amount() != null);
        if (paid.isEmpty()) {
            return false;
        }
        for (Receipts.Heard money : receipts.free(session, paid.get())) {
            String receipt = money.payment().receipt();
            // Another push of the same amount may be settled at this moment, and have it first.
            if (paid.get().isPaidWith(money.payment(), money.at(), digest) && receipts.take(session, receipt, key)) {
                payments.learnReceipt(session, key, receipt);
                KnownReceipt.taken(money.payment(), paid.get());
                return outbox.withdraw(session, Notice.Kind.MONEY, receipt);
            }
        }
        return false;
    }

    /** Whether money is that of a push which is paid and whose receipt nobody named. */
    boolean isOfPush(Session session, Receipts.Heard money) throws SQLException {
        String receipt = money.payment().receipt();
        String label =
                money.payment().reference().map(Traits::plain).map(digest).orElse(null);
        for (Entry push : payments.paidWithoutReceipt(session, money, label)) {
            if (push.isPaidWith(money.payment(), money.at(), digest)) {
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
}
