package io.github.mpesasdk.sandbox.kenya;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All prompts, by their CheckoutRequestID. A handset shows one at a time. */
final class StkPayments {

    private final Map<String, StkPayment> payments = new HashMap<>();

    /** Remembers a new prompt, unless its handset shows one already. */
    synchronized boolean open(StkPayment payment) {
        boolean locked = payments.values().stream()
                .anyMatch(other -> other.result() == null && other.handset().equals(payment.handset()));
        if (!locked) {
            payments.put(payment.checkoutRequestId(), payment);
        }
        return !locked;
    }

    synchronized void end(StkPayment payment, ResultCode how) {
        payments.put(payment.checkoutRequestId(), payment.ended(how));
    }

    synchronized Optional<StkPayment> find(String checkoutRequestId) {
        return Optional.ofNullable(payments.get(checkoutRequestId));
    }

    synchronized void reset() {
        payments.clear();
    }
}
