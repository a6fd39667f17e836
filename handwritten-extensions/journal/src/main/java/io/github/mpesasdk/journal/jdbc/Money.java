package io.github.mpesasdk.journal.jdbc;

import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.KnownReceipt;
import io.github.mpesasdk.journal.Notice;
import io.github.mpesasdk.journal.Traits;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Which money is that of which payment. A receipt that a message names for a payment is that payment's. Where a
 * question settled a push, no receipt is told: money that looks like its own is matched with it, until a message says
 * otherwise. Listeners hear of what is of no payment. Used within a transaction; two that wait for each other's
 * payments are ended and done again by {@link Database}.
 */
final class Money {

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
        String receipt = money.payment().receipt();
        if (!receipts.add(session, money)) {
            Optional<BigDecimal> known = receipts.amount(session, receipt);
            KnownReceipt.compare(receipt, known.orElse(null), money.payment().amount());
            return false;
        }
        if (matchWithPush(session, money)) {
            return false;
        }
        outbox.add(session, Notice.Kind.MONEY, receipt, false, heldBack(session, money));
        return true;
    }

    private Duration heldBack(Session session, Receipts.Heard money) throws SQLException {
        return payments.mayBePush(session, money) ? Book.HELD_BACK : Duration.ZERO;
    }

    /** A message names the receipt of a payment that was settled without. */
    void learn(Session session, String key, String receipt) throws SQLException {
        if (!payments.learnReceipt(session, key, receipt)) {
            return;
        }
        Optional<String> matched = payments.matched(session, key);
        if (matched.isPresent()) {
            payments.unmatch(session, key, matched.get());
        }
        boolean isTold = confirm(session, key, receipt);
        if (matched.equals(Optional.of(receipt))) {
            return;
        }
        correct(session, key, receipt, isTold);
        if (matched.isPresent()) {
            receipts.free(session, matched.get(), key);
            for (Receipts.Heard money : receipts.find(session, Set.of(matched.get()))) {
                if (!matchWithPush(session, money)) {
                    outbox.addAgain(session, money.payment().receipt(), heldBack(session, money));
                }
            }
        }
    }

    // Its settlement was written when its money was taken for other.
    private void correct(Session session, String key, String receipt, boolean isTold) throws SQLException {
        if (!outbox.correctSettlement(session, key, isTold)) {
            KnownReceipt.toldTwice(receipt);
        }
    }

    /**
     * A message names the receipt of a payment. A push that was matched with this money has to be matched with other.
     *
     * @return whether a listener has heard of this money, or may have
     */
    boolean confirm(Session session, String key, String receipt) throws SQLException {
        // First, so that whatever another transaction does with this receipt has ended.
        if (receipts.add(session, receipt, key)) {
            return false;
        }
        Optional<String> other = receipts.payment(session, receipt);
        boolean isUnmatched = other.isPresent() && payments.unmatch(session, other.get(), receipt);
        if (isUnmatched) {
            receipts.free(session, receipt, other.get());
        }
        receipts.take(session, receipt, key);
        if (isUnmatched) {
            correct(session, other.get(), receipt, match(session, other.get()));
        }
        Optional<Entry> paid = payments.find(session, key);
        KnownReceipt.compare(
                receipt,
                receipts.amount(session, receipt).orElse(null),
                paid.map(entry -> entry.traits().amount()).map(BigDecimal::new).orElse(null));
        return outbox.withhold(session, receipt);
    }

    /**
     * A push is paid and nobody named the receipt: its money may be here already.
     *
     * @return whether a listener has heard of this money, or may have
     */
    boolean match(Session session, String key) throws SQLException {
        // One that cannot be read must not hold up the message about another.
        Optional<Entry> paid = payments.find(session, Set.of(key)).stream()
                .filter(entry ->
                        entry.traits().receiver() != null && entry.traits().amount() != null)
                .findFirst();
        if (paid.isEmpty()) {
            return false;
        }
        for (Receipts.Heard money : receipts.candidates(session, paid.get())) {
            // Another push of the same amount may be settled at this moment, and have it first.
            if (paid.get().isPaidWith(money.payment(), money.at(), digest) && match(session, paid.get(), money)) {
                return outbox.withhold(session, money.payment().receipt());
            }
        }
        return false;
    }

    /** Whether money is that of a push which is paid and whose receipt nobody named. */
    boolean matchWithPush(Session session, Receipts.Heard money) throws SQLException {
        String label =
                money.payment().reference().map(Traits::plain).map(digest).orElse(null);
        for (Entry push : payments.paidWithoutReceipt(session, money, label)) {
            if (push.isPaidWith(money.payment(), money.at(), digest)) {
                // Where it is another payment's by now, it is no news either.
                var unused = match(session, push, money);
                return true;
            }
        }
        return false;
    }

    private boolean match(Session session, Entry push, Receipts.Heard money) throws SQLException {
        String receipt = money.payment().receipt();
        if (!receipts.take(session, receipt, push.key())) {
            return false;
        }
        if (!payments.match(session, push.key(), receipt)) {
            throw Failures.collision();
        }
        KnownReceipt.taken(money.payment(), push);
        return true;
    }
}
