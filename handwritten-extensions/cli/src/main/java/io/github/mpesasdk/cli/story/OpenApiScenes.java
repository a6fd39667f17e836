package io.github.mpesasdk.cli.story;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.sandbox.Exchange;
import io.github.mpesasdk.sandbox.vodacom.VodacomSandbox;
import io.github.mpesasdk.vodacom.Callbacks;
import io.github.mpesasdk.vodacom.VodacomOpenApi;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What is the same in every market of the OpenAPI: its sessions, its refusals, its callbacks. */
final class OpenApiScenes {

    private static final String SESSION = "getSession";
    // Up to half a minute in life. Long enough here for a slow machine to come too early with its payment.
    private static final Duration UNTIL_LIVE = Duration.ofSeconds(1);
    private static final Duration AT_THE_HANDSET = Duration.ofMillis(300);
    private static final int TURNED_AWAY = 401;

    private final VodacomSandbox gateway;
    private final Wire wire;
    private final Narrator narrator;

    OpenApiScenes(VodacomSandbox gateway, Wire wire, Narrator narrator) {
        this.gateway = gateway;
        this.wire = wire;
        this.narrator = narrator;
    }

    /** The first payment of a program that has just started, with a session that the gateway does not know yet. */
    void sessionNotLiveYet(Checkout checkout) {
        int opened = gateway.journal().count(SESSION);
        int sent = gateway.journal().count(Checkout.PAYMENT);
        gateway.activationDelay(UNTIL_LIVE);
        narrator.step("A program has just started, and its session is not live yet.");
        narrator.code("vodacom.c2b().charge(...)");
        checkout.onceFromTheCustomer(() -> {
            Told.succeeded(checkout.charge("INV003").await(Checkout.PATIENCE));
            List<Exchange> tries = gateway.journal().of(Checkout.PAYMENT);
            tellTries(tries.subList(sent, tries.size()), gateway.journal().count(SESSION) - opened);
        });
        gateway.activationDelay(Duration.ZERO);
    }

    private void tellTries(List<Exchange> tries, int sessions) {
        Exchange last = tries.get(tries.size() - 1);
        List<Exchange> turnedAway = tries.subList(0, tries.size() - 1);
        Told.expect(sessions == 1, "one session was opened");
        Told.expect(!turnedAway.isEmpty(), "the session was not live yet");
        Told.expect(
                turnedAway.stream().allMatch(one -> one.status() == TURNED_AWAY), "all but the last were turned away");
        Told.expect(
                tries.stream()
                        .allMatch(one -> Objects.equals(one.header("Authorization"), last.header("Authorization"))),
                "all came with the same session");
        wire.tellLatest(SESSION);
        wire.tell(turnedAway.get(0));
        narrator.means("Turned away at the door: the gateway did nothing, and only because of that it may be sent "
                + "again. A new session can take half a minute to become live, here a second. The SDK comes back "
                + "after growing pauses, with the same session: a newer one would not be live either.");
        wire.tellAnswer(last);
        narrator.means("Succeeded.");
        narrator.proof("The sandbox saw getSession 1 time, and this c2bPayment " + tries.size() + " times:");
        narrator.more(turnedAway.size() + " turned away at the door, 1 paid.");
    }

    /** A wrong PIN. */
    void refused(Checkout checkout) {
        gateway.phone().entersWrongPin();
        narrator.step("Another one, and the customer enters a wrong PIN.");
        narrator.code("vodacom.c2b().charge(...)");
        Code code = Told.refused(() -> checkout.charge("INV004"), "a wrong PIN");
        wire.tellLatest(Checkout.PAYMENT);
        narrator.means("RefusedException, for certain. " + code.meaning());
        narrator.code("error.code().get().advice()");
        narrator.means(code.advice());
        gateway.phone().approves();
    }

    /** A payment of which only a callback tells the outcome. */
    void calledBack(Checkout checkout, VodacomOpenApi vodacom) {
        try (CallbackReceiver shop = new CallbackReceiver("application/json")) {
            shop.open((path, body) -> {
                Callbacks.Received received = vodacom.callbacks().receive(body);
                return new CallbackReceiver.Reply(received.isGenuine(), received.acknowledgement());
            });
            gateway.asynchronous(true);
            gateway.responseUrl(shop.address());
            gateway.phone().approvesAfter(AT_THE_HANDSET);
            narrator.step("The same for an application that the portal has set to asynchronous.");
            narrator.code("payment = vodacom.c2b().charge(...)");
            Payment<?> payment = checkout.charge("INV005");
            wire.tellLatest(Checkout.PAYMENT);
            Told.expect(payment.await(Duration.ZERO) instanceof Pending, "the payment is pending");
            narrator.means("Accepted, and nothing more. The prompt is on its way to the handset.");
            new CallbackScene(shop, wire, narrator)
                    .paid(
                            payment,
                            "vodacom.callbacks().receive(body)",
                            "it repeats an id that only this client and the gateway know.");
            gateway.asynchronous(false);
        }
    }
}
