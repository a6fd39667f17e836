package io.github.mpesasdk.sandbox.ipg;

/** How a status query names the state of a transaction. */
public final class StatusWords {

    private StatusWords() {}

    /** Completed is documented, Cancelled and Expired by one of the two gateways; the others are inferred. */
    public static String of(LedgerEntry entry) {
        return switch (entry.status()) {
            case PENDING -> "Pending";
            case COMPLETED, REVERSED -> "Completed";
            case FAILED -> "Failed";
            case CANCELLED -> "Cancelled";
            case EXPIRED -> "Expired";
        };
    }
}
