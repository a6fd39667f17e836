package io.github.mpesasdk.sandbox.ledger;

import java.math.BigDecimal;

/** The accounts behind a short code in Kenya, in the order in which a balance result lists them. */
public enum Account {
    /** Also called MMF: B2B payments leave from it. */
    WORKING("Working Account", "1000000.00"),
    /** An agent's float. */
    FLOAT("Float Account", "0.00"),
    /** Customers pay into it, B2C payments leave from it. */
    UTILITY("Utility Account", "500000.00"),
    /** What the short code owes for charges; it goes below zero. */
    CHARGES_PAID("Charges Paid Account", "0.00"),
    /** On the way to the bank. */
    SETTLEMENT("Organization Settlement Account", "0.00");

    private final String wireName;
    private final BigDecimal opening;

    Account(String wireName, String opening) {
        this.wireName = wireName;
        this.opening = new BigDecimal(opening);
    }

    /** The name in results. */
    public String wireName() {
        return wireName;
    }

    BigDecimal opening() {
        return opening;
    }
}
