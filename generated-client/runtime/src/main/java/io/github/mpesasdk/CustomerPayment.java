package io.github.mpesasdk;

import io.github.mpesasdk.runtime.Masked;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money that a customer paid unasked: at a till, or to a pay bill. Each receipt is handed over at least once, whichever
 * machine heard of it and however often. Immutable; {@code toString} hides the label.
 */
public final class CustomerPayment {

    private final String receipt;
    private final BigDecimal amount;
    private final String shortCode;
    private final @Nullable String label;
    private final Instant at;
    private final Source source;
    private final boolean repetition;

    /** How the SDK heard of it. */
    public enum Source {
        /** The gateway posted a confirmation. */
        CONFIRMATION,
        /** No confirmation came; it stands in the gateway's list of transactions. */
        COMPARISON
    }

    private CustomerPayment(
            String receipt,
            BigDecimal amount,
            String shortCode,
            @Nullable String label,
            Instant at,
            Source source,
            boolean repetition) {
        this.receipt = receipt;
        this.amount = amount;
        this.shortCode = shortCode;
        this.label = label;
        this.at = at;
        this.source = source;
        this.repetition = repetition;
    }

    /**
     * Called by the clients.
     *
     * @param label what the customer named, such as an invoice number; null where there was nothing to name
     */
    public static CustomerPayment of(
            String receipt, BigDecimal amount, String shortCode, @Nullable String label, Instant at, Source source) {
        return new CustomerPayment(receipt, amount, shortCode, label, at, source, false);
    }

    /** The same, handed over again. */
    public CustomerPayment repeated() {
        return new CustomerPayment(receipt, amount, shortCode, label, at, source, true);
    }

    /** The M-Pesa receipt. No two payments have the same. */
    public String receipt() {
        return receipt;
    }

    /** How much. */
    public BigDecimal amount() {
        return amount;
    }

    /** The short code that received it; of a till its number, also where the gateway names the store. */
    public String shortCode() {
        return shortCode;
    }

    /** What the customer named, such as an invoice number; empty where there was nothing to name. */
    public Optional<String> reference() {
        return Optional.ofNullable(label);
    }

    /** When the customer paid, by the gateway's clock. */
    public Instant at() {
        return at;
    }

    /** How the SDK heard of it. */
    public Source source() {
        return source;
    }

    /** Whether it was handed to a listener before, which failed, or whose process ended before it was done. */
    public boolean isRepetition() {
        return repetition;
    }

    @Override
    public String toString() {
        return Masked.of("CustomerPayment")
                .show("receipt", receipt)
                .show("amount", amount)
                .show("shortCode", shortCode)
                .hide("reference", label)
                .show("source", source)
                .show("repetition", repetition)
                .toString();
    }
}
