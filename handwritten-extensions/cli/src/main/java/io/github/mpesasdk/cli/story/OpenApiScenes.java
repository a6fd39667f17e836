package io.github.mpesasdk.cli.story;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.sandbox.Exchange;
import io.github.mpesasdk.sandbox.vodacom.VodacomSandbox;
import io.github.mpesasdk.vodacom.VodacomOpenApi;
import io.github.mpesasdk.vodacomapi.model.VodacomCallback;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What is the same in every market of the OpenAPI: its sessions, its refusals, its callbacks. */
final class OpenApiScenes {

    private static final String SESSION = "getSession";
    private static final String QUESTION = "queryTransactionStatus";
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
        int asked = gateway.journal().count(QUESTION);
        int sent = gateway.journal().count(Checkout.PAYMENT);
        gateway.activationDelay(UNTIL_LIVE);
        narrator.step("A program has just started, and its session is not live yet.");
        narrator.code("vodacom.c2b().charge(...)");
        checkout.onceFromTheCustomer(() -> {
            Told.succeeded(checkout.charge("INV003").await(Checkout.PATIENCE));
            List<Exchange> questions = gateway.journal().of(QUESTION);
            Told.expect(gateway.journal().count(SESSION) - opened == 1, "one session was opened");
            tellQuestions(questions.subList(asked, questions.size()));
            wire.tellLatest(Checkout.PAYMENT);
            narrator.means("Succeeded.");
            wire.tellSentOnce(Checkout.PAYMENT, sent, " It waited until the session was live.");
        });
        gateway.activationDelay(Duration.ZERO);
    }

    private void tellQuestions(List<Exchange> questions) {
        Exchange last = questions.get(questions.size() - 1);
        List<Exchange> turnedAway = questions.subList(0, questions.size() - 1);
        Told.expect(!turnedAway.isEmpty(), "the session was not live yet");
        Told.expect(
                turnedAway.stream().allMatch(one -> one.status() == TURNED_AWAY), "all but the last were turned away");
        Told.expect(
                questions.stream()
                        .allMatch(one -> Objects.equals(one.header("Authorization"), last.header("Authorization"))),
                "all came with the same session");
        wire.tellLatest(SESSION);
        wire.tell(turnedAway.get(0));
        narrator.means("A question about a transaction that does not exist, to try the new session with. The gateway "
                + "refuses the session: it can take half a minute to become live, here a second. So the SDK asks "
                + "again after growing pauses, and sends no payment before it has an answer.");
        wire.tellAnswer(last);
        narrator.means("There is no such transaction, and that is an answer: the session is live. Asked "
                + questions.size() + " times, " + turnedAway.size() + " turned away.");
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
                Received<VodacomCallback> received = vodacom.callbacks().receive(path, body);
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
                            "vodacom.callbacks().receive(path, body)",
                            "it repeats the id of the payment, which this client signed.");
            gateway.asynchronous(false);
        }
    }
}
