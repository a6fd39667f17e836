package io.github.mpesasdk.core.transport;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is particular to one call.
 *
 * @param timeout the longest that it may take, or null for the client's own limit
 * @param callbackHeard whether a callback of this payment has arrived, so that it must not be sent again whatever the
 *     answer says
 * @param mayLeave asked right before the request leaves, once the token is there, and again before it is repeated with
 *     another token: false if it must not leave. May throw an error of the family, which ends the call
 * @param liftsDocumentedLimits whether a limit that only documents state is no reason to refuse a value
 */
public record CallOptions(
        @Nullable Duration timeout,
        BooleanSupplier callbackHeard,
        BooleanSupplier mayLeave,
        boolean liftsDocumentedLimits) {

    /** Nothing particular. */
    public static final CallOptions NONE = plain(false);

    /** Nothing particular but that a limit which only documents state is no reason to refuse a value. */
    public static final CallOptions LIFTED = plain(true);

    private static CallOptions plain(boolean liftsDocumentedLimits) {
        return new CallOptions(null, () -> false, () -> true, liftsDocumentedLimits);
    }
}
