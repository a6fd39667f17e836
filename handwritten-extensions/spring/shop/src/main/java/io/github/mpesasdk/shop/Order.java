package io.github.mpesasdk.shop;

import org.jspecify.annotations.Nullable;

/**
 * One order.
 *
 * @param id names it, here and in the payment
 * @param phone whom to ask for the money, and whom to give it back
 * @param receipt of the payment
 * @param refund the receipt of the refund
 * @param note what to tell the customer besides
 */
record Order(
        String id,
        String item,
        int amount,
        String phone,
        State state,
        @Nullable String receipt,
        @Nullable String refund,
        @Nullable String note) {

    /** What the customer sees of it. */
    enum State {
        /** The prompt is, or may be, on its way. */
        WAITING,
        PAID,
        FAILED,
        /** Nobody knows whether the customer has paid; somebody of the shop looks it up. */
        UNCLEAR,
        REFUNDING,
        REFUNDED
    }

    @Override
    public String toString() {
        return "Order[" + id + ", " + state + "]";
    }
}
