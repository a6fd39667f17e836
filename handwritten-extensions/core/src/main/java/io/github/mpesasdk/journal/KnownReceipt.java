package io.github.mpesasdk.journal;

import static java.lang.System.Logger.Level.WARNING;

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
}
