package io.github.mpesasdk.cli.story;

import io.github.mpesasdk.Failed;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.daraja.DarajaApi;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import io.github.mpesasdk.daraja.model.StkPushAnswer;
import io.github.mpesasdk.kenya.Daraja;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Kenya, told: a payment, a refusal, and two lost answers. Every step is checked against the sandbox's own books, so
 * the story cannot be told otherwise than it happened.
 */
public final class KenyaStory {

    private static final String CUSTOMER = "0708 374 149";
    private static final String MSISDN = "254708374149";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    // Shorter than in life, where it is five seconds: nobody watches a demonstration wait.
    private static final Duration POLL_AFTER = Duration.ofSeconds(1);
    private static final Duration AT_THE_HANDSET = Duration.ofMillis(500);

    private final KenyaSandbox kenya;
    private final Narrator narrator;
    private final Wire wire;

    /** A story on a fresh sandbox. */
    public KenyaStory(Sandbox sandbox, Narrator narrator) {
        this.kenya = sandbox.kenya();
        this.narrator = narrator;
        this.wire = new Wire(DarajaApi.OPERATIONS, Daraja::decode, kenya.journal(), narrator);
    }

    /**
     * Tells it, in a few seconds.
     *
     * @throws StoryBrokenException if anything went otherwise
     */
    public void tell() {
        try (CallbackReceiver shop = new CallbackReceiver("application/json");
                Daraja daraja = client(shop)) {
            shop.open((path, body) -> {
                Received<DarajaCallback> received = daraja.callbacks().receive(path, body);
                return new CallbackReceiver.Reply(received.isGenuine(), received.acknowledgement());
            });
            narrator.title("""
                    KENYA, by Daraja, in shillings (KES).
                    The gateway is at %s.
                    The shop takes callbacks at %s.""".formatted(kenya.baseUrl(), shop.address()));
            paid(daraja, shop);
            wrongPin(daraja, shop);
            lostPush(daraja, shop);
            lostPayout(daraja, shop);
            wire.tellNothingToObject();
        }
    }

    private Daraja client(CallbackReceiver shop) {
        return Daraja.builder()
                .at(kenya.baseUrl())
                .app(kenya.consumerKey(), kenya.consumerSecret())
                .payBill(kenya.payBill(), kenya.passkey())
                .shortCode(kenya.businessShortCode())
                .initiator(kenya.initiatorName(), kenya.initiatorPassword(), kenya.certificatePem())
                .callbacksAt(shop.address())
                .pollAfter(POLL_AFTER)
                .build();
    }

    private void paid(Daraja daraja, CallbackReceiver shop) {
        kenya.phone().approvesAfter(AT_THE_HANDSET);
        narrator.step("A customer is asked for 1,500 shillings.");
        narrator.code("""
                payment = daraja.stk().push(push -> push.amount(1500)
                    .from("0708 374 149").reference("INV-001").description("Tea"))""");
        Payment<StkPushAnswer> payment = daraja.stk()
                .push(push ->
                        push.amount(1500).from(CUSTOMER).reference("INV-001").description("Tea"));
        String id = payment.reference().value();
        wire.tellLatest("token");
        narrator.means("One token serves all calls, and is renewed before it ends.");
        wire.tellLatest("stkPush");
        narrator.means("The prompt is on its way to the handset. Nobody has paid yet.");

        narrator.step("The customer enters the PIN, and the gateway calls back.");
        if (daraja.stk().status(id) instanceof Pending) {
            // On a machine under load the customer may be faster than the question.
            narrator.code("daraja.stk().status(checkoutRequestId)");
            narrator.means("Pending: the handset still shows the prompt.");
        }
        new CallbackScene(shop, wire, narrator)
                .paid(
                        payment,
                        "daraja.callbacks().receive(path, body)",
                        "the address carries a signed token, made for this push alone.");

        narrator.step("The same payment is found again, by asking.");
        narrator.code("daraja.stk().status(checkoutRequestId)");
        Told.succeeded(daraja.stk().status(id));
        wire.tellLatest("stkQuery");
        narrator.means("Succeeded. A callback that never comes is no disaster.");
    }

    private void wrongPin(Daraja daraja, CallbackReceiver shop) {
        kenya.phone().entersWrongPin();
        narrator.step("Another push, and the customer enters a wrong PIN.");
        narrator.code("payment = daraja.stk().push(...)\noutcome = payment.await(Duration.ofMinutes(2))");
        Payment<StkPushAnswer> payment = push(daraja, "INV-002");
        wire.tell(shop.next(PATIENCE));
        Failed failed = Told.failed(payment.await(PATIENCE));
        narrator.means("Failed, for certain. " + failed.meaning());
        narrator.code("failed.advice()");
        narrator.means(failed.advice());
    }

    private void lostPush(Daraja daraja, CallbackReceiver shop) {
        kenya.phone().approves();
        kenya.faults().next("stkPush", Fault.DROP_CONNECTION);
        int before = kenya.journal().count("stkPush");
        narrator.step("A push whose answer is lost on the way.");
        narrator.code("daraja.stk().push(...)");
        Reference reference = Told.lost(() -> push(daraja, "INV-003"));
        wire.tellLatest("stkPush");
        narrator.means("UnknownOutcomeException. Perhaps the customer is looking at the prompt: sending again could "
                + "charge twice. The id that a query needs was in the lost answer, but the address that this push gave "
                + "for its callback is known: error.reference() is " + reference + ".");
        narrator.code("outcome = daraja.find(error.reference(), Duration.ofMinutes(2))");
        Succeeded found = Told.succeeded(daraja.find(reference, PATIENCE));
        wire.tell(shop.next(PATIENCE));
        narrator.means("Succeeded, receipt " + found.receipt().orElse("not told") + ". Found by its callback address.");
        wire.tellSentOnce("stkPush", before, " Found, never re-sent.");
    }

    private void lostPayout(Daraja daraja, CallbackReceiver shop) {
        BigDecimal before = balance();
        kenya.faults().next("b2cPaymentV3", Fault.DROP_CONNECTION, Fault.LOST_CALLBACK);
        narrator.step("A refund of 700 shillings, of which both the answer and the callback are lost.");
        narrator.code("daraja.b2c().pay(pay -> pay.amount(700)\n    .to(\"0708 374 149\").remarks(\"Refund\"))");
        Reference reference = Told.lost(
                () -> daraja.b2c().pay(pay -> pay.amount(700).to(CUSTOMER).remarks("Refund")));
        wire.tellLatest("b2cPaymentV3");
        narrator.means("UnknownOutcomeException. This operation takes an id that is chosen before the send: "
                + "error.reference() is " + reference + ".");
        narrator.code("outcome = daraja.find(error.reference(), Duration.ofMinutes(2))");
        Succeeded found = Told.succeeded(daraja.find(reference, PATIENCE));
        wire.tellLatest("transactionStatus");
        wire.tell(shop.next(PATIENCE));
        narrator.means("Succeeded, receipt " + found.receipt().orElse("not told") + ". Found by its id.");
        wire.tellSentOnce("b2cPaymentV3", 0, " Found, never re-sent.");
        BigDecimal moved = balance().subtract(before);
        Told.expect(moved.compareTo(new BigDecimal(700)) == 0, "the customer got 700 shillings, once");
        narrator.proof("The customer's balance rose by " + moved.toBigInteger() + " shillings.");
    }

    private BigDecimal balance() {
        return kenya.ledger().balance(MSISDN);
    }

    private static Payment<StkPushAnswer> push(Daraja daraja, String invoice) {
        return daraja.stk()
                .push(push -> push.amount(250).from(CUSTOMER).reference(invoice).description("Tea"));
    }
}
