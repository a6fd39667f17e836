package io.github.mpesasdk.journal;

import io.github.mpesasdk.CustomerPayment;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a payment looks like from outside. Two payments with the same traits cannot be told apart in a list of the
 * gateway's. Who paid and under which label stand here only as digests, which {@link Book#digest} makes.
 *
 * @param amount in its {@link #plain(BigDecimal) plain form}; null where the operation has none
 * @param account digest of the payer's or payee's phone number, or short code; null where there is none
 * @param label digest of the label for books and customers; null where there is none
 * @param receiver the short code that is paid, where it is the merchant's own; null where it is not
 */
public record Traits(
        @Nullable String amount,
        @Nullable String account,
        @Nullable String label,
        @Nullable String receiver) {

    // A number with more zeros than this is no amount, and writing them all would fill the memory.
    private static final int MOST_ZEROS = 30;

    /** Nothing is known. */
    public static final Traits NONE = new Traits(null, null, null, null);

    /** The amount is brought into its plain form. */
    public Traits {
        amount = amount == null ? null : plain(new BigDecimal(amount));
    }

    /** An amount as it is compared: 10, 10.00 and 1E+1 are all written 10. */
    public static String plain(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return Math.abs(shortest.scale()) > MOST_ZEROS ? shortest.toString() : shortest.toPlainString();
    }

    /** A label as it is compared: without regard to case and outer blanks. */
    public static String plain(String label) {
        return label.strip().toUpperCase(Locale.ROOT);
    }

    /**
     * Whether money that came unasked is this payment, as far as anybody can tell: the short code, the amount and,
     * where the customer named one, the label.
     */
    public boolean fits(CustomerPayment payment, UnaryOperator<String> digest) {
        return mayBe(payment)
                && payment.reference()
                        .map(named -> digest.apply(plain(named)).equals(label))
                        .orElse(true);
    }

    /** Whether money that came unasked may be this payment: the same short code, the same amount. */
    public boolean mayBe(CustomerPayment payment) {
        return receiver != null
                && receiver.equals(payment.shortCode())
                && plain(payment.amount()).equals(amount);
    }
}
