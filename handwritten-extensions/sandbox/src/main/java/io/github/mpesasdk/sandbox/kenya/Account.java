package io.github.mpesasdk.sandbox.kenya;

/** The accounts behind a short code, in the order in which a balance result lists them. */
public enum Account {
    /** Also called MMF: B2B payments leave from it. */
    WORKING("Working Account"),
    /** An agent's float. */
    FLOAT("Float Account"),
    /** Customers pay into it, B2C payments leave from it. */
    UTILITY("Utility Account"),
    /** What the short code owes for charges; it goes below zero. */
    CHARGES_PAID("Charges Paid Account"),
    /** On the way to the bank. */
    SETTLEMENT("Organization Settlement Account");

    private final String wireName;

    Account(String wireName) {
        this.wireName = wireName;
    }

    /** The name in results. */
    public String wireName() {
        return wireName;
    }
}
