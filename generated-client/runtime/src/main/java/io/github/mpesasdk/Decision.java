package io.github.mpesasdk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person found out about a payment of which the gateway could not say it. Immutable. */
public final class Decision {

    private final boolean paid;
    private final @Nullable String receipt;

    private Decision(boolean paid, @Nullable String receipt) {
        this.paid = paid;
        this.receipt = receipt;
    }

    /**
     * The money moved.
     *
     * @param receipt the M-Pesa receipt in the statement, 6 to 20 letters and digits
     * @throws InvalidInputException if it has another form
     */
    public static Decision paid(String receipt) {
        if (!receipt.matches("[A-Za-z0-9]{6,20}")) {
            throw new InvalidInputException("Decision.paid", "receipt", "must have 6 to 20 letters and digits");
        }
        return new Decision(true, receipt);
    }

    /** No money moved: it is in no statement, and it is too late for it to come. */
    public static Decision notPaid() {
        return new Decision(false, null);
    }

    /** Whether the money moved. */
    public boolean isPaid() {
        return paid;
    }

    /** The M-Pesa receipt; empty if no money moved. */
    public Optional<String> receipt() {
        return Optional.ofNullable(receipt);
    }

    @Override
    public String toString() {
        return paid ? "Decision[paid, " + receipt + "]" : "Decision[not paid]";
    }
}
