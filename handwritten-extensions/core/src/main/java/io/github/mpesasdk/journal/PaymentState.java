package io.github.mpesasdk.journal;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far a payment has come. A journal changes the state of a payment only in these steps, and only while it still is
 * in the state that the step starts from, so two machines can never both settle one payment.
 *
 * <pre>{@code
 * PREPARED ---> SENT ---> ACCEPTED ---> PAID
 *    |           |  |         |  +----> FAILED
 *    |           |  +---------|-------> PAID, FAILED     (the callback was faster, or the answer said it all)
 *    |           +------------+-------> NEEDS_PERSON ---> PAID, FAILED   (the truth came late)
 *    +-------------------------------> FAILED            (nothing was sent)
 * }</pre>
 */
public enum PaymentState {
    /** Written down; nothing has left yet. */
    PREPARED,
    /** The request may have left; no answer is known. */
    SENT,
    /** The gateway accepted it for processing. */
    ACCEPTED,
    /** Nobody could be asked, or nobody knew, for too long: somebody has to look into it. */
    NEEDS_PERSON,
    /** The money moved. */
    PAID,
    /** No money moved. */
    FAILED;

    /** Whether this step exists. */
    public boolean canBecome(PaymentState next) {
        return switch (this) {
            case PREPARED -> next == SENT || next == FAILED;
            case SENT -> next == ACCEPTED || next == NEEDS_PERSON || next.isSettled();
            case ACCEPTED -> next == NEEDS_PERSON || next.isSettled();
            case NEEDS_PERSON -> next.isSettled();
            case PAID, FAILED -> false;
        };
    }

    /** The states from which a payment can become this. */
    public Set<PaymentState> origins() {
        return Arrays.stream(values()).filter(state -> state.canBecome(this)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is paid or failed, for good. */
    public boolean isSettled() {
        return this == PAID || this == FAILED;
    }

    /** Whether it is sent and not settled, so that somebody has to ask. */
    public boolean isOpen() {
        return this == SENT || this == ACCEPTED;
    }
}
