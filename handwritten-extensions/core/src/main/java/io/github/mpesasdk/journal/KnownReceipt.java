package io.github.mpesasdk.journal;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.CustomerPayment;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A receipt that came before. One receipt is one payment, so what came first counts; but it must not say otherwise. */
public final class KnownReceipt {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");

    private KnownReceipt() {}

    /**
     * Warns if the amounts differ.
     *
     * @param first what it was known with; null if nobody knows
     * @param again what it came with now; null if nobody knows
     */
    public static void compare(String receipt, @Nullable BigDecimal first, @Nullable BigDecimal again) {
        if (first != null && again != null && first.compareTo(again) != 0) {
            LOG.log(
                    WARNING,
                    "the receipt {0} is known with the amount {1}, and came again with {2}; the first counts, look into it",
                    receipt,
                    first.toPlainString(),
                    again.toPlainString());
        }
    }

    /** Warns that one payment was told twice, and that no repetition could be told of the one that came first. */
    public static void toldTwice(String receipt) {
        LOG.log(
                WARNING,
                "the receipt {0} was told as money that came unasked, and a push that was settled with it or instead of it"
                        + " was told, too: look whether both were booked",
                receipt);
    }

    /** Says that money was taken for a push, where the customer named nothing by which it would be certain. */
    public static void taken(CustomerPayment money, Entry push) {
        if (money.reference().isEmpty()) {
            LOG.log(
                    INFO,
                    "the receipt {0} is taken for the push of the order {1}, by amount and time alone, for it has no label",
                    money.receipt(),
                    push.orderKey() == null ? push.key() : push.orderKey());
        }
    }
}
