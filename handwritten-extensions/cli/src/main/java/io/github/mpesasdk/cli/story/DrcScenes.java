package io.github.mpesasdk.cli.story;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.Failed;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.drc.DrcSandbox;

/** What a shop lives through at the DRC's gateway. Each scene is held to what the sandbox saw. */
final class DrcScenes {

    private static final String LOGIN = "login";
    private static final String PROCESSED = "3";

    private final DrcSandbox gateway;
    private final CallbackReceiver shop;
    private final Wire wire;
    private final Narrator narrator;

    DrcScenes(DrcSandbox gateway, CallbackReceiver shop, Wire wire, Narrator narrator) {
        this.gateway = gateway;
        this.shop = shop;
        this.wire = wire;
        this.narrator = narrator;
    }

    /** The customer pays, and the gateway calls back. */
    void paid(Checkout checkout) {
        int sent = payments();
        checkout.tellAsked();
        checkout.onceFromTheCustomer(() -> {
            Payment<?> payment = checkout.charge("INV001");
            wire.tellLatest(LOGIN);
            narrator.means(
                    "By default each payment logs in; this shop shares a session for a while, by sessionLife(...).");
            wire.tellLatest(Checkout.PAYMENT);
            narrator.means("Accepted, and nothing more. The prompt is on its way to the handset.");
            new CallbackScene(shop, wire, narrator)
                    .paid(
                            payment,
                            "drc.callbacks().receive(path, body)",
                            "the address carries a signed token, made for this payment alone.");
            wire.tellSentOnce(Checkout.PAYMENT, sent, "");
        });
    }

    /** The customer does not pay. */
    void failed(Checkout checkout) {
        int sent = payments();
        gateway.phone().entersWrongPin();
        narrator.step("Another one, and the customer enters a wrong PIN.");
        narrator.code("payment = drc.c2b().charge(...)\noutcome = payment.await(Duration.ofMinutes(2))");
        checkout.nothingFromTheCustomer(() -> {
            Payment<?> payment = checkout.charge("INV002");
            wire.tell(shop.next(Checkout.PATIENCE));
            Failed failed = Told.failed(payment.await(Checkout.PATIENCE));
            narrator.means("Failed, for certain. " + failed.meaning()
                    + " No other code of a failure is known here: it tells that nobody paid, and not why.");
            narrator.code("failed.advice()");
            narrator.means(failed.advice());
            wire.tellSentOnce(Checkout.PAYMENT, sent, "");
        });
        gateway.phone().approves();
    }

    /** The customer pays, the answer is lost, and nobody can be asked. */
    void lost(Checkout checkout) {
        int sent = payments();
        gateway.faults().next(Checkout.PAYMENT, Fault.DROP_CONNECTION);
        narrator.step("One whose answer is lost on the way.");
        narrator.code("drc.c2b().charge(...)");
        checkout.onceFromTheCustomer(() -> {
            UnknownOutcomeException lost = Told.unknown(() -> checkout.charge("INV003"));
            wire.tellLatest(Checkout.PAYMENT);
            Told.expect(!lost.incident().hasStatusCall(), "no call asks what became of a payment");
            narrator.means("UnknownOutcomeException. " + lost.getMessage() + " error.reference() is "
                    + Told.referenceOf(lost) + ", chosen before the send.");
            narrator.code("outcome = drc.find(error.reference(), Duration.ofMinutes(2))");
            Succeeded found = Told.succeeded(checkout.find(Told.referenceOf(lost)));
            wire.tell(shop.next(Checkout.PATIENCE));
            narrator.means("Succeeded, receipt " + found.receipt().orElse("not told") + ". Found by its callback.");
            wire.tellSentOnce(Checkout.PAYMENT, sent, " Found, never re-sent.");
        });
    }

    /** The session is over before the client thinks so. */
    void sessionExpires(Checkout checkout) {
        int sent = payments();
        gateway.expireSessions();
        narrator.step("The gateway ends the session between two payments.");
        narrator.code("drc.c2b().charge(...)");
        checkout.nothingFromTheCustomer(() -> {
            UnknownOutcomeException unknown = Told.unknown(() -> checkout.charge("INV004"));
            wire.tellLatest(Checkout.PAYMENT);
            narrator.means("UnknownOutcomeException. "
                    + unknown.code().map(Code::meaning).orElse("The gateway gives no reason."));
            wire.tellSentOnce(Checkout.PAYMENT, sent, " Not re-sent.");
        });
    }

    /** A client with a wrong password. */
    void wrongPassword(Runnable charge) {
        int sent = payments();
        narrator.step("A program with a wrong password, which the gateway answers as if it were right.");
        narrator.code("drc = DrcGateway.builder().login(username, wrongPassword)...\ndrc.c2b().charge(...)");
        Code code = Told.refused(charge, "a wrong password");
        Told.expect(code.value().equals(PROCESSED), "the gateway calls the login processed");
        wire.tellLatest(LOGIN);
        narrator.means("RefusedException. " + code.meaning());
        Told.expect(payments() == sent, "no payment was sent");
        narrator.proof("The sandbox saw no further c2bPayment.");
    }

    private int payments() {
        return gateway.journal().count(Checkout.PAYMENT);
    }
}
