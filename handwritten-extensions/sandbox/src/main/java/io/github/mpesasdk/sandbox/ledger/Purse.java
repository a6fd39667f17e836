package io.github.mpesasdk.sandbox.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where money is. {@link #toString()} does not show whose.
 *
 * @param owner an MSISDN or a short code
 * @param account one of several behind a short code, or null where the owner has only one
 */
public record Purse(String owner, @Nullable Account account) {

    private static final BigDecimal CUSTOMER_OPENING = new BigDecimal("300000.00");
    private static final BigDecimal BUSINESS_OPENING = new BigDecimal("1000000.00");

    /** The only account of a customer or a business. */
    public static Purse of(String owner) {
        return new Purse(owner, null);
    }

    BigDecimal opening() {
        if (account != null) {
            return account.opening();
        }
        return owner.matches("\\d{11,}") ? CUSTOMER_OPENING : BUSINESS_OPENING;
    }

    @Override
    public String toString() {
        return "Purse[***]";
    }
}
