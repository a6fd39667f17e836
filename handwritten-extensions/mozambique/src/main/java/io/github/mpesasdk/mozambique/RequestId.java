package io.github.mpesasdk.mozambique;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The {@code input_ThirdPartyReference} of one request, chosen before it is sent: it finds the payment when the answer
 * is lost. One that was drawn here also proves a callback, for nobody else can know it.
 *
 * @param value as it goes on the wire
 * @param isRandom whether it was drawn here; one that a caller chose may be a number that anybody can guess
 */
record RequestId(String value, boolean isRandom) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    // The gateway takes 20 characters there.
    private static final int TRANSACTION_REFERENCE_BYTES = 10;

    /** The caller's own, or a fresh one of 32 hexadecimal digits. */
    static RequestId of(@Nullable String chosen) {
        return chosen != null ? new RequestId(chosen, false) : fresh();
    }

    /** A fresh one of 32 hexadecimal digits. */
    static RequestId fresh() {
        return new RequestId(hex(BYTES), true);
    }

    /** A fresh {@code input_TransactionReference}, for callers who have no number of their own to put there. */
    static String transactionReference(@Nullable String chosen) {
        return chosen != null ? chosen : hex(TRANSACTION_REFERENCE_BYTES);
    }

    private static String hex(int length) {
        byte[] random = new byte[length];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public String toString() {
        return "RequestId[***]";
    }
}
