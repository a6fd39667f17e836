package io.github.mpesasdk.sandbox.kenya;

import org.jspecify.annotations.Nullable;

/**
 * A prompt, from the push on.
 *
 * @param handset the MSISDN that shows it
 * @param result how it ended, or null while it is open
 */
record StkPayment(
        String merchantRequestId,
        String checkoutRequestId,
        String shortCode,
        String handset,
        @Nullable ResultCode result) {

    StkPayment ended(ResultCode how) {
        return new StkPayment(merchantRequestId, checkoutRequestId, shortCode, handset, how);
    }

    @Override
    public String toString() {
        return "StkPayment[" + merchantRequestId + "]";
    }
}
