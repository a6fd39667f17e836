package io.github.mpesasdk.core.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.flow.KioskMarket.KioskDraft;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Wire;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentFlowTest {

    private static Kiosk open(Market.Proof proof) {
        return Kiosk.open(setup -> proof == Market.Proof.ID ? setup.byId() : setup);
    }

    private static RuntimeException later(Kiosk kiosk, Draft.Content draft) {
        ExecutionException error = assertThrows(
                ExecutionException.class,
                () -> kiosk.flow().payAsync("push", KioskMarket.PUSH, draft).get(20, TimeUnit.SECONDS));
        return assertInstanceOf(RuntimeException.class, error.getCause());
    }

    @Test
    void anAsynchronousPaymentIsTheSamePayment() throws Exception {
        try (Kiosk kiosk = Kiosk.open()) {
            Payment<Wire> payment = kiosk.flow()
                    .payAsync("push", KioskMarket.PUSH, Kiosk.draft(draft -> draft.order("17")))
                    .get(20, TimeUnit.SECONDS);
            kiosk.hear(kiosk.address(), "Code", "0", "Amount", "1");

            assertEquals("P-1", payment.reference().value());
            assertEquals(Optional.of("17"), payment.order());
            assertEquals("P-1", payment.acknowledgement().text("PushId"));
            assertInstanceOf(Succeeded.class, payment.awaitAsync(Kiosk.LONG).get(20, TimeUnit.SECONDS));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anIdCanPayOnce(Market.Proof proof) {
        try (Kiosk kiosk = open(proof)) {
            kiosk.pay(KioskMarket.PAY, draft -> draft.id("invoice-17"));

            InvalidInputException error = assertThrows(
                    InvalidInputException.class, () -> kiosk.pay(KioskMarket.PAY, draft -> draft.id("invoice-17")));
            assertTrue(
                    error.getMessage().contains("id (Id) is that of a payment that was sent before"),
                    error.getMessage());
            assertEquals(1, kiosk.server().count("/pay"));
            kiosk.pay(KioskMarket.PAY, draft -> draft.id("invoice-18"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anIdWhoseAnswerWasLostCanPayOnceToo(Market.Proof proof) {
        try (Kiosk kiosk = open(proof).onPayments(Fates.drop())) {
            assertThrows(
                    UnknownOutcomeException.class, () -> kiosk.pay(KioskMarket.PAY, draft -> draft.id("invoice-17")));
            assertThrows(
                    InvalidInputException.class, () -> kiosk.pay(KioskMarket.PAY, draft -> draft.id("invoice-17")));
            assertEquals(1, kiosk.server().count("/pay"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anIdThatWasRefusedMayTryAgain(Market.Proof proof) {
        DyingServer.Fate refusal = Fates.answer("400 No", request -> "{\"error\":\"wrong\",\"Id\":\"invoice-17\"}");
        try (Kiosk kiosk = open(proof).onPayments(refusal)) {
            assertThrows(RefusedException.class, () -> kiosk.pay(KioskMarket.PAY, draft -> draft.id("invoice-17")));
            kiosk.onPayments(Kiosk.accepting("P-1"));
            kiosk.pay(KioskMarket.PAY, draft -> draft.id("invoice-17"));

            assertEquals(2, kiosk.server().count("/pay"));
        }
    }

    @Test
    void idsThatNobodyChoseAreFreshAndSigned() {
        try (Kiosk kiosk = Kiosk.open(Kiosk.Setup::byId)) {
            String first =
                    kiosk.pay(KioskMarket.PAY, draft -> draft).reference().value();
            String second =
                    kiosk.pay(KioskMarket.PAY, draft -> draft).reference().value();

            assertNotEquals(first, second);
            assertTrue(first.matches("[0-9a-f]{32}"), first);
        }
    }

    /** A draft that outlives its lambda says nothing more about the payment that is being sent. */
    @Test
    void aDraftThatIsChangedWhileTheGatewayThinksChangesNothing() {
        AtomicReference<KioskDraft> kept = new AtomicReference<>();
        DyingServer.Fate slow = Fates.answer("200 OK", request -> {
            kept.get().id("invoice-18").amount("900");
            return "{\"Code\":\"0\",\"Id\":\"invoice-17\"}";
        });
        try (Kiosk kiosk = Kiosk.open().onPayments(slow)) {
            Payment<Wire> payment = kiosk.pay(KioskMarket.PAY, draft -> {
                kept.set(draft);
                return draft.id("invoice-17");
            });
            assertEquals("invoice-17", payment.reference().value());
        }
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnceAndNothingIsSent() {
        Draft.Content draft = new KioskDraft()
                .mistaken("from")
                .mistaken("to")
                .order("")
                .amount("1")
                .content();
        try (Kiosk kiosk = Kiosk.open()) {
            InvalidInputException now =
                    assertThrows(InvalidInputException.class, () -> kiosk.flow().pay("push", KioskMarket.PUSH, draft));
            assertEquals(3, now.violations().size(), now.getMessage());
            assertEquals(now.getMessage(), later(kiosk, draft).getMessage());
            assertEquals(List.of(), kiosk.server().requests());
        }
    }

    /** The callback came while the gateway was still saying that it does not know the token. */
    @Test
    void aRejectedTokenAfterTheCallbackIsOneSendAndUnknown() {
        String[] refusals = {"{\"error\":\"bad-token\"}", "{\"error\":\"wrong\"}"};
        for (String refusal : refusals) {
            Kiosk[] kiosk = new Kiosk[1];
            DyingServer.Fate paidAndRefused = (request, connection) -> {
                kiosk[0].hear(Kiosk.field(request, "CallBackURL").orElseThrow(), "Code", "0", "Amount", "1");
                Fates.answer("400 No", refusal).befall(request, connection);
            };
            try (Kiosk open = Kiosk.open().onPayments(paidAndRefused)) {
                kiosk[0] = open;
                UnknownOutcomeException error = assertThrows(UnknownOutcomeException.class, open::push);

                assertEquals(1, open.server().count("/push"));
                Outcome found = open.flow().find(error.reference().orElseThrow(), Kiosk.LONG);
                assertInstanceOf(Succeeded.class, found, "and the callback is not lost");
            }
        }
    }

    @Test
    void withoutACallbackARejectedTokenIsReplacedAndTheRequestSentAgain() {
        DyingServer.Fate once = Fates.when(
                request -> request.header("Authorization").orElse("").endsWith("token-1"),
                Fates.answer("400 No", "{\"error\":\"bad-token\"}"),
                Kiosk.accepting("P-1"));
        try (Kiosk kiosk = Kiosk.open().onPayments(once)) {
            kiosk.push();

            assertEquals(2, kiosk.server().count("/push"));
        }
    }

    @Test
    void anAcceptanceThatContradictsItselfIsOneSendAndUnknown() {
        for (String answer : List.of(
                "{\"Code\":\"0\",\"PushId\":\"P-1\",\"error\":\"bad-token\"}",
                "{\"PushId\":\"P-1\",\"error\":\"wrong\"}",
                "{\"Code\":\"0\",\"Code\":\"1032\",\"PushId\":\"P-1\"}")) {
            try (Kiosk kiosk = Kiosk.open().onPayments(Fates.answer("200 OK", answer))) {
                MpesaException error = assertThrows(MpesaException.class, kiosk::push);

                assertInstanceOf(UnknownOutcomeException.class, error);
                assertEquals(1, kiosk.server().count("/push"));
                assertTrue(kiosk.hear(kiosk.address(), "Code", "0").isGenuine(), "its callback may still come");
            }
        }
    }

    @Test
    void aRefusedPaymentIsForgotten() {
        try (Kiosk kiosk = Kiosk.open().onPayments(Fates.answer("400 No", "{\"error\":\"wrong\"}"))) {
            assertThrows(RefusedException.class, kiosk::push);

            assertEquals(
                    Optional.of("order-17"),
                    kiosk.hear(kiosk.address(), "Code", "0").order(),
                    "and should a callback come all the same, its address proves it");
        }
    }

    /** A field of an odd type must not turn a payment that was accepted into a mistake of the program. */
    @Test
    void aKeyUnderItsOtherNameNamesThePaymentAllTheSame() {
        DyingServer.Fate otherwise = Fates.answer("200 OK", "{\"Code\":\"0\",\"push_id\":\"P-7\"}");
        try (Kiosk kiosk = Kiosk.open().onPayments(otherwise)) {
            Payment<Wire> payment = kiosk.push();

            assertEquals(new Reference("kiosk", "push", "PushId", "P-7"), payment.reference());
            Received<Wire> ofAnother = kiosk.hear(kiosk.address(), "Code", "0", "Amount", "1", "PushId", "P-8");
            assertTrue(ofAnother.whyNotGenuine().orElseThrow().contains("PushId"));
        }
    }

    @Test
    void anAcceptanceWhoseRestCannotBeReadIsAPaymentAllTheSame() throws Exception {
        DyingServer.Fate odd = Fates.answer("200 OK", "{\"Code\":\"0\",\"PushId\":{\"a\":[]}}");
        try (Kiosk kiosk = Kiosk.open().onPayments(odd)) {
            for (Payment<Wire> payment : List.of(
                    kiosk.push(),
                    kiosk.flow()
                            .payAsync("push", KioskMarket.PUSH, Kiosk.draft(draft -> draft))
                            .get(20, TimeUnit.SECONDS))) {
                assertInstanceOf(Pending.class, payment.outcome());
                assertEquals("CallBackURL", payment.reference().field());
                kiosk.hear(payment.reference().value(), "Code", "0");
                assertInstanceOf(Succeeded.class, payment.outcome());
            }
        }
    }
}
