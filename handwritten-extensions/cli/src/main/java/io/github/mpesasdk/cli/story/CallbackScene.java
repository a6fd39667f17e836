package io.github.mpesasdk.cli.story;

import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Succeeded;

/** The scene that all gateways with callbacks have in common: the customer pays, and the gateway calls back. */
record CallbackScene(CallbackReceiver shop, Wire wire, Narrator narrator) {

    /**
     * Tells it.
     *
     * @param receive what a program writes to read the callback
     * @param whyGenuine what proves where the callback came from
     */
    void paid(Payment<?> payment, String receive, String whyGenuine) {
        CallbackReceiver.Arrival arrival = shop.next(Checkout.PATIENCE);
        narrator.phone("The customer enters the PIN.");
        wire.tell(arrival);
        narrator.code("received = " + receive);
        Told.expect(arrival.reply().isGenuine(), "the callback proves its origin");
        narrator.means("Genuine: " + whyGenuine);
        narrator.code("outcome = payment.await(Duration.ofMinutes(2))");
        Succeeded paid = Told.succeeded(payment.await(Checkout.PATIENCE));
        narrator.means("Succeeded, receipt " + paid.receipt().orElse("not told") + ". Hand over the tea.");
    }
}
