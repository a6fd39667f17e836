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
 * @param amount in its {@link #plainAmount plain form}; null where the operation has none
 * @param account digest of the payer's or payee's phone number, or short code; null where there is none
 * @param label digest of the label for books and customers; null where there is none
 * @param receiver the short code that is paid, where it is the merchant's own; null where it is not
 */
public record Traits(
        @Nullable String amount,
        @Nullable String account,
        @Nullable String label,
        @Nullable String receiver) {

    // A number with more places or zeros than this is no amount, and writing them all would fill the memory.
    private static final int MOST_PLACES = 30;

    /** Nothing is known. */
    public static final Traits NONE = new Traits(null, null, null, null);

    /** The amount is brought into its plain form. */
    public Traits {
        amount = amount == null ? null : plainAmount(new BigDecimal(amount));
    }

    /** An amount as it is compared: 10, 10.00 and 1E+1 are all written 10. */
    public static String plainAmount(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        boolean isShort = shortest.scale() >= -MOST_PLACES && shortest.scale() <= MOST_PLACES;
        return isShort ? shortest.toPlainString() : shortest.toString();
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
                && plainAmount(payment.amount()).equals(amount);
    }
}
