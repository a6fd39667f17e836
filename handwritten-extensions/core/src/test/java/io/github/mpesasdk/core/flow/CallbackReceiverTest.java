package io.github.mpesasdk.core.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Failed;
import io.github.mpesasdk.MpesaListener;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.callback.CallbackKeys;
import io.github.mpesasdk.core.callback.CallbackTokens;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Wire;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which callbacks are believed, and what they lead to. */
class CallbackReceiverTest {

    private static final String OTHER_KEY = "another key that is long enough as well";

    private static void proveRefused(Received<Wire> received, String why) {
        assertFalse(received.isGenuine(), "it proves nothing");
        Reason reason = assertInstanceOf(Unknown.class, received.outcome(), "so it settles nothing")
                .reason();
        assertEquals(Reason.Kind.NOT_GENUINE, reason.kind());
        assertEquals(Optional.empty(), received.order());
        assertTrue(received.whyNotGenuine().orElseThrow().contains(why), received.toString());
    }

    @Test
    void aCallbackLeadsToADecision() {
        try (Kiosk kiosk = Kiosk.open()) {
            Payment<Wire> payment = kiosk.push();
            Received<Wire> received =
                    kiosk.hear(kiosk.address(), "PushId", "P-1", "Amount", "1.00", "Code", "0", "Receipt", "R1");

            assertTrue(received.isGenuine());
            assertEquals(
                    "R1",
                    assertInstanceOf(Succeeded.class, received.outcome())
                            .receipt()
                            .orElseThrow());
            assertEquals(Optional.of("order-17"), received.order());
            assertEquals(payment.reference(), received.reference());
            assertEquals("thanks", received.acknowledgement());
            assertTrue(received.event().isPresent());
            assertFalse(received.isRepetition());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PushId, P-of-another, its PushId is not that of the request",
        "Amount, 999, its amount is another",
        "Amount, 1.01, its amount is another",
        "Amount, a lot, its amount is another"
    })
    void aCallbackThatSaysSomethingElseThanTheRequestIsNotGenuine(String name, String value, String why) {
        try (Kiosk kiosk = Kiosk.open()) {
            Payment<Wire> payment = kiosk.push();

            proveRefused(kiosk.hear(kiosk.address(), name, value, "Code", "0", "Receipt", "R1"), why);
            assertFalse(payment.outcome().isSettled());
            assertTrue(kiosk.hear(kiosk.address(), "Code", "0").isGenuine(), "the true one still comes");
        }
    }

    @Test
    void aCallbackMayOvertakeTheAnswer() {
        Kiosk[] kiosk = new Kiosk[1];
        Received<?>[] received = new Received<?>[1];
        DyingServer.Fate early = (request, connection) -> {
            received[0] = kiosk[0].hear(
                    Kiosk.field(request, "CallBackURL").orElseThrow(), "PushId", "P-1", "Code", "0", "Receipt", "R1");
            Kiosk.accepting("P-1").befall(request, connection);
        };
        try (Kiosk open = Kiosk.open().onPayments(early)) {
            kiosk[0] = open;
            Payment<Wire> payment = open.push();

            assertTrue(received[0].isGenuine());
            assertEquals(Optional.of("order-17"), received[0].order());
            Succeeded paid = assertInstanceOf(Succeeded.class, payment.outcome());
            assertEquals("P-1", paid.reference().value(), "by the name that it has now");
        }
    }

    @Test
    void theSameMessageAgainIsARepetitionAndChangesNothing() {
        List<Outcome> settled = new CopyOnWriteArrayList<>();
        MpesaListener ear = new MpesaListener() {
            @Override
            public void settled(Outcome outcome, Optional<String> order) {
                assertEquals(Optional.of("order-17"), order);
                settled.add(outcome);
            }
        };
        try (Kiosk kiosk = Kiosk.open(setup -> setup.listener(ear))) {
            kiosk.push();
            String[] paid = {"PushId", "P-1", "Amount", "1", "Code", "0", "Receipt", "R1"};

            assertFalse(kiosk.hear(kiosk.address(), "Code", "4999").isRepetition());
            assertTrue(kiosk.hear(kiosk.address(), "Code", "4999").isRepetition());
            assertFalse(kiosk.hear(kiosk.address(), paid).isRepetition());
            Received<Wire> again = kiosk.hear(kiosk.address(), paid);

            assertTrue(again.isRepetition());
            assertTrue(again.isGenuine());
            assertInstanceOf(Succeeded.class, again.outcome());
            assertEquals(1, settled.size(), "told once");
        }
    }

    @Test
    void afterARestartAndOnAnotherMachineTheSameKeyProvesOriginOrderAndAmount() {
        try (Kiosk before = Kiosk.open();
                Kiosk after = Kiosk.open()) {
            before.push();
            String address = before.address();
            Received<Wire> paid = after.hear(address, "PushId", "P-1", "Amount", "1", "Code", "0", "Receipt", "R1");

            assertTrue(paid.isGenuine());
            assertInstanceOf(Succeeded.class, paid.outcome());
            assertEquals(Optional.of("order-17"), paid.order());
            assertEquals("P-1", paid.reference().value());
            assertEquals("push", paid.reference().operation());
            assertInstanceOf(
                    Failed.class,
                    after.hear(address, "PushId", "P-1", "Code", "1032").outcome());
            proveRefused(after.hear(address, "PushId", "P-1", "Amount", "999", "Code", "0"), "its amount is another");
        }
    }

    @Test
    void withoutACallbackKeyAnotherProcessBelievesNothing() {
        try (Kiosk before = Kiosk.open(setup -> setup.keys(CallbackKeys.random()));
                Kiosk after = Kiosk.open(setup -> setup.keys(CallbackKeys.random()))) {
            before.push();

            proveRefused(after.hear(before.address(), "Code", "0"), "another callback key");
            assertTrue(before.hear(before.address(), "Code", "0").isGenuine());
        }
    }

    @Test
    void aForgedAddressIsRefusedBeforeTheBodyIsRead() {
        try (Kiosk kiosk = Kiosk.open()) {
            kiosk.push();
            String address = kiosk.address();
            String forged = address.substring(0, address.length() - 1) + (address.endsWith("0") ? "1" : "0");
            String foreign = Kiosk.ADDRESS + "/"
                    + new CallbackTokens("drc/sandbox", CallbackKeys.of(List.of(Kiosk.KEY)))
                            .make("push", "1", "order-17")
                            .text();
            for (String other : List.of(forged, foreign, Kiosk.ADDRESS.toString(), "/", "")) {
                Received<Wire> received = kiosk.flow().receive(other, "this would be unreadable");

                proveRefused(received, "under an address that this client did not make");
                assertEquals(Optional.empty(), received.event());
                assertEquals("", received.acknowledgement());
            }
        }
    }

    @Test
    void whereCustomersPayUnaskedAForgedAddressIsReadAndStillProvesNothing() {
        try (Kiosk kiosk = Kiosk.open(Kiosk.Setup::hearingUnasked)) {
            Payment<Wire> payment = kiosk.push();
            Received<Wire> received = kiosk.hear("/pay", "PushId", "P-1", "Code", "0");

            proveRefused(received, "under an address that this client did not make");
            assertTrue(received.event().isPresent());
            assertFalse(payment.outcome().isSettled());
        }
    }

    @Test
    void aChangedKeyStillProvesWhatIsOnItsWay() {
        CallbackKeys changed = CallbackKeys.of(List.of(OTHER_KEY, Kiosk.KEY));
        try (Kiosk before = Kiosk.open();
                Kiosk after = Kiosk.open(setup -> setup.keys(changed));
                Kiosk later = Kiosk.open(setup -> setup.keys(CallbackKeys.of(List.of(OTHER_KEY))))) {
            before.push();

            assertEquals(
                    Optional.of("order-17"),
                    after.hear(before.address(), "Code", "0").order());
            proveRefused(later.hear(before.address(), "Code", "0"), "another callback key");
        }
    }

    @Test
    void aBodyOfNobodyUnderAGoodAddressIsUnreadable() {
        try (Kiosk kiosk = Kiosk.open()) {
            Payment<Wire> payment = kiosk.push();

            for (String body : List.of("", "<html>", "{\"Code\":\"0\",\"Code\":\"0\"}", "{} {}")) {
                assertThrows(UnreadableBodyException.class, () -> kiosk.flow().receive(kiosk.address(), body));
            }
            assertFalse(payment.outcome().isSettled());
        }
    }

    @Test
    void aSignedIdProvesItsCallbackHereAndAfterARestart() {
        try (Kiosk kiosk = Kiosk.open(Kiosk.Setup::byId);
                Kiosk restarted = Kiosk.open(Kiosk.Setup::byId);
                Kiosk stranger = Kiosk.open(setup -> setup.byId().keys(CallbackKeys.of(List.of(OTHER_KEY))))) {
            Payment<Wire> payment = kiosk.pay(KioskMarket.PAY, draft -> draft.order("order-17"));
            String id = Kiosk.field(kiosk.last("/pay"), "Id").orElseThrow();

            proveRefused(kiosk.hear("/pay", "Id", id, "Amount", "999", "Code", "0"), "its Amount is not that");
            proveRefused(stranger.hear("/pay", "Id", id, "Code", "0"), "its id was not made by this client");
            assertInstanceOf(
                    Succeeded.class,
                    restarted.hear("/pay", "Id", id, "Code", "0").outcome());
            Received<Wire> heard = kiosk.hear("/pay", "Id", id, "Amount", "1", "Code", "0");
            assertTrue(heard.isGenuine());
            assertEquals(Optional.of("order-17"), heard.order());
            assertInstanceOf(Succeeded.class, payment.outcome());
        }
    }

    @Test
    void anIdThatTheCallerChoseProvesNothingButWhatTheGatewayAnsweredDoes() {
        try (Kiosk kiosk = Kiosk.open(Kiosk.Setup::byId)) {
            Payment<Wire> payment = kiosk.pay(KioskMarket.PAY, draft -> draft.id("invoice-17"));

            proveRefused(
                    kiosk.hear("/pay", "Id", "invoice-17", "Code", "0"),
                    "an id that you chose yourself proves nothing");
            proveRefused(kiosk.hear("/pay", "Id", "invoice-17", "PushId", "P-guessed", "Code", "0"), "proves nothing");
            proveRefused(kiosk.hear("/pay", "Code", "0"), "it repeats no id of a request");
            assertFalse(payment.outcome().isSettled());
            assertTrue(kiosk.hear("/pay", "Id", "invoice-17", "PushId", "P-1", "Code", "0")
                    .isGenuine());
            assertInstanceOf(Succeeded.class, payment.outcome());
        }
    }

    @Test
    void theListenerHearsWhatIsBelievedAndWhatIsNot() {
        List<String> heard = new CopyOnWriteArrayList<>();
        MpesaListener ear = new MpesaListener() {
            @Override
            public void callback(Received<?> received) {
                heard.add("callback");
                throw new IllegalStateException("what a listener throws changes nothing");
            }

            @Override
            public void refusedCallback(Received<?> received) {
                heard.add("refused");
                throw new IllegalStateException("what a listener throws changes nothing");
            }

            @Override
            public void settled(Outcome outcome, Optional<String> order) {
                heard.add("settled");
                throw new IllegalStateException("what a listener throws changes nothing");
            }
        };
        try (Kiosk kiosk = Kiosk.open(setup -> setup.listener(ear))) {
            Payment<Wire> payment = kiosk.push();
            kiosk.hear("/pay", "Code", "0");
            kiosk.hear(kiosk.address(), "Code", "0");

            assertEquals(List.of("refused", "settled", "callback"), heard);
            assertInstanceOf(Succeeded.class, payment.outcome());
        }
    }
}
