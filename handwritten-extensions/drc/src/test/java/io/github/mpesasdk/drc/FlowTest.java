package io.github.mpesasdk.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.Failed;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.FakeClock;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.drcapi.model.DrcB2cCallback;
import io.github.mpesasdk.drcapi.model.DrcC2bCallback;
import io.github.mpesasdk.drcapi.model.DrcCallback;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the payment to its outcome, which only a callback tells. */
class FlowTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    private static String paidC2b(Payment<?> payment) {
        return Soap.c2bCallback(payment.reference().value(), "0", "0", "9C00EXAMPL");
    }

    @Test
    void aCallbackSettlesAPaymentOfACustomer() {
        try (Door door = Door.accepting();
                DrcGateway client = door.client()) {
            Payment<?> payment = client.c2b().charge(Door::tea);
            assertInstanceOf(Pending.class, payment.await(SHORT));
            Received<DrcCallback> received = client.callbacks().receive(door.callbackAddress(0), paidC2b(payment));

            assertTrue(received.isGenuine());
            DrcC2bCallback event =
                    assertInstanceOf(DrcC2bCallback.class, received.event().orElseThrow());
            assertEquals(payment.reference(), received.reference());
            assertInstanceOf(Succeeded.class, received.outcome());
            assertEquals("2500", event.amount());
            Succeeded paid = assertInstanceOf(Succeeded.class, payment.await(Door.SOON));
            assertEquals("9C00EXAMPL", paid.receipt().orElseThrow());
            assertEquals(payment.reference(), paid.reference());
            assertFalse(paid.details().containsKey("TransactionTime"), "-1 means that it is absent");
        }
    }

    @Test
    void aCallbackSettlesAPaymentToACustomer() {
        try (Door door = Door.accepting();
                DrcGateway client = door.client()) {
            Payment<?> payment = client.b2c().pay(Door::wages);
            Received<DrcCallback> received = client.callbacks()
                    .receive(
                            door.callbackAddress(0),
                            Soap.b2cCallback(payment.reference().value(), "0", "0", "X-BS00001"));

            assertTrue(received.isGenuine());
            assertInstanceOf(DrcB2cCallback.class, received.event().orElseThrow());
            assertEquals(
                    "X-BS00001",
                    assertInstanceOf(Succeeded.class, payment.await(Door.SOON))
                            .receipt()
                            .orElseThrow());
        }
    }

    @Test
    void aKnownFailureSettlesAndHasAdvice() {
        try (Door door = Door.accepting();
                DrcGateway client = door.client()) {
            Payment<?> payment = client.c2b().charge(Door::tea);
            client.callbacks()
                    .receive(
                            door.callbackAddress(0),
                            Soap.c2bCallback(payment.reference().value(), "-1", "-3", "-1"));

            Failed failed = assertInstanceOf(Failed.class, payment.await(Door.SOON));
            assertEquals("-3", failed.code().orElseThrow().value());
            assertFalse(failed.why().isBlank());
            assertEquals("Failed response initiating payment .", failed.words());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1", "4711", ""})
    void anUnknownCodeSettlesNothing(String code) {
        try (Door door = Door.accepting();
                DrcGateway client = door.client()) {
            Payment<?> payment = client.c2b().charge(Door::tea);
            client.callbacks()
                    .receive(
                            door.callbackAddress(0),
                            Soap.c2bCallback(payment.reference().value(), "-1", code, "-1"));

            Unknown open = assertInstanceOf(Unknown.class, payment.await(SHORT));
            assertEquals(code, open.code().map(Code::value).orElse(""));
            assertFalse(open.why().isBlank());
            assertTrue(client.callbacks()
                    .receive(door.callbackAddress(0), paidC2b(payment))
                    .isGenuine());
            assertInstanceOf(Succeeded.class, payment.await(Door.SOON));
        }
    }

    // Only of C2B is it known that nobody was paid, and nobody knows how the failures of B2C spell their items.
    @Test
    void aFailureOfC2bSaysNothingOfAPaymentToACustomer() {
        try (Door door = Door.accepting();
                DrcGateway client = door.client()) {
            Payment<?> payment = client.b2c().pay(Door::wages);
            client.callbacks()
                    .receive(
                            door.callbackAddress(0),
                            Soap.c2bCallback(payment.reference().value(), "-1", "-3", "-1"));

            assertInstanceOf(Unknown.class, payment.await(SHORT));
            assertInstanceOf(Unknown.class, client.find(payment.reference(), SHORT));
        }
    }

    @Test
    void aSuccessOfTheTypeOfAFailureSettlesNothing() {
        try (Door door = Door.accepting();
                DrcGateway client = door.client()) {
            Payment<?> payment = client.c2b().charge(Door::tea);
            client.callbacks()
                    .receive(
                            door.callbackAddress(0),
                            Soap.c2bCallback(payment.reference().value(), "-1", "0", "-1"));

            assertInstanceOf(Unknown.class, payment.await(SHORT));
        }
    }

    @Test
    void aCallbackWithTwoCodesIsGenuineAndSettlesNothing() {
        try (Door door = Door.accepting();
                DrcGateway client = door.client()) {
            Payment<?> payment = client.c2b().charge(Door::tea);
            String two = paidC2b(payment)
                    .replace(
                            "<Request>",
                            "<Request><dataItem><name>resultcode</name><value>-3</value>"
                                    + "<type>String</type></dataItem>");

            assertTrue(client.callbacks().receive(door.callbackAddress(0), two).isGenuine());
            assertInstanceOf(Unknown.class, payment.await(SHORT));
        }
    }

    @Test
    void aCallbackMayOvertakeItsAnswer() {
        List<DrcGateway> clients = new ArrayList<>();
        try (Door door = Door.open(request -> {
                    deliver(clients.get(0), request);
                    return Door.acceptance(request);
                });
                DrcGateway client = door.client()) {
            clients.add(client);

            assertInstanceOf(Succeeded.class, client.c2b().charge(Door::tea).await(Door.SOON));
        }
    }

    private static void deliver(DrcGateway client, SeenRequest request) {
        String reference = Soap.item(request, "ThirdPartyReference");
        client.callbacks()
                .receive(
                        Soap.item(request, "CallBackDestination"), Soap.c2bCallback(reference, "0", "0", "9C00EXAMPL"));
    }

    @Test
    void aRepeatedCallbackChangesNothingAndIsAnsweredTheSame() {
        try (Door door = Door.accepting();
                DrcGateway client = door.client()) {
            Payment<?> payment = client.c2b().charge(Door::tea);
            String failed = Soap.c2bCallback(payment.reference().value(), "-1", "-3", "-1");
            Received<DrcCallback> first = client.callbacks().receive(door.callbackAddress(0), paidC2b(payment));
            Received<DrcCallback> again = client.callbacks().receive(door.callbackAddress(0), paidC2b(payment));
            client.callbacks().receive(door.callbackAddress(0), failed);

            assertEquals(first.acknowledgement(), again.acknowledgement());
            assertTrue(again.isGenuine());
            assertInstanceOf(Succeeded.class, payment.await(Door.SOON));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mpesa/0123456789abcdef0123456789abcdef", "/mpesa", "", "/mpesa/", "/mpesa/../x"})
    void aCallbackUnderAnAddressThatNobodyGaveProvesNothing(String path) {
        try (Door door = Door.accepting();
                DrcGateway client = door.client()) {
            Payment<?> payment = client.c2b().charge(Door::tea);

            Received<DrcCallback> received = client.callbacks().receive(path, paidC2b(payment));

            assertFalse(received.isGenuine());
            assertTrue(received.event().isEmpty(), "it was not even read");
            assertFalse(client.callbacks().receive(path, "<".repeat(1_000_000)).isGenuine());
            assertInstanceOf(Pending.class, payment.await(SHORT));
        }
    }

    @Test
    void eachPaymentHasAnAddressAndAReferenceOfItsOwn() {
        try (Door door = Door.accepting();
                DrcGateway client = door.client()) {
            Payment<?> one = client.c2b().charge(Door::tea);
            Payment<?> other = client.c2b().charge(Door::tea);
            client.callbacks().receive(door.callbackAddress(1), paidC2b(other));

            assertNotEquals(door.callbackAddress(0), door.callbackAddress(1));
            assertNotEquals(one.reference(), other.reference());
            assertTrue(door.callbackAddress(0).matches("https://shop\\.example/mpesa/(?:[0-9a-f]{2}){24,}"));
            assertTrue(one.reference().value().matches("[0-9a-f]{32}"));
            assertInstanceOf(Pending.class, one.await(SHORT));
            assertInstanceOf(Succeeded.class, other.await(Door.SOON));
        }
    }

    @Test
    void afterALostAnswerTheCallbackIsFound() {
        try (Door door = Door.open(request -> "503 Busy\n");
                DrcGateway client = door.client()) {
            UnknownOutcomeException unknown = assertThrows(
                    UnknownOutcomeException.class, () -> client.b2c().pay(Door::wages));
            Reference reference = unknown.reference().orElseThrow();
            assertInstanceOf(Unknown.class, client.find(reference, SHORT));
            client.callbacks()
                    .receive(door.callbackAddress(0), Soap.b2cCallback(reference.value(), "0", "0", "X-BS00001"));

            assertInstanceOf(Succeeded.class, client.find(reference, Door.SOON));
            assertEquals(1, door.payments().size());
        }
    }

    @Test
    void afterARestartNobodyKnowsAndAForeignReferenceIsRefused() {
        try (Door door = Door.accepting();
                DrcGateway client = door.client()) {
            assertInstanceOf(
                    Unknown.class,
                    client.find(new Reference("drc", "c2bPayment", "ThirdPartyReference", "order-17"), SHORT));
            assertThrows(
                    InvalidInputException.class,
                    () -> client.find(new Reference("kenya", "stkPush", "CheckoutRequestID", "ws_1"), SHORT));
            assertEquals(List.of(), door.all());
        }
    }

    @Test
    void anotherClientWithTheSameKeyKnowsACallbackAndItsOrderLongAfter() {
        FakeClock clock = new FakeClock();
        try (Door door = Door.accepting();
                DrcGateway sender = door.client();
                DrcGateway other = door.client(settings -> settings.clock(clock))) {
            Payment<?> payment = sender.c2b().charge(charge -> Door.tea(charge).order("order-17"));
            clock.advance(Duration.ofDays(3));
            Received<DrcCallback> received = other.callbacks().receive(door.callbackAddress(0), paidC2b(payment));

            assertTrue(received.isGenuine());
            assertEquals("order-17", received.order().orElseThrow());
            assertEquals(payment.reference(), received.reference());
            assertInstanceOf(Succeeded.class, received.outcome());
        }
    }

    @Test
    void aWaitAfterARestartHearsTheCallback() throws Exception {
        try (Door door = Door.accepting();
                DrcGateway sender = door.client();
                DrcGateway later = door.client()) {
            Payment<?> payment = sender.c2b().charge(Door::tea);
            Reference stored = Reference.parse(payment.reference().text());
            CompletableFuture<Outcome> found = later.findAsync(stored, Door.SOON);
            later.callbacks().receive(door.callbackAddress(0), paidC2b(payment));

            assertInstanceOf(Succeeded.class, found.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aCallbackOfAnotherPaymentOrAmountIsNotGenuine() {
        try (Door door = Door.accepting();
                DrcGateway client = door.client()) {
            Payment<?> payment = client.c2b().charge(Door::tea);
            String otherPayment = Soap.c2bCallback("another-reference", "0", "0", "9C00EXAMPL");
            String otherAmount = paidC2b(payment).replace(">2500<", ">2499<");

            for (String foreign : List.of(otherPayment, otherAmount)) {
                Received<DrcCallback> received = client.callbacks().receive(door.callbackAddress(0), foreign);
                assertFalse(received.isGenuine());
                assertFalse(received.outcome().isSettled());
            }
            assertInstanceOf(Pending.class, payment.await(SHORT));
        }
    }

    @Test
    void whereNothingComesTheReasonSaysThatNobodyCanBeAsked() {
        try (Door door = Door.accepting();
                DrcGateway client = door.client()) {
            Pending open = assertInstanceOf(
                    Pending.class, client.c2b().charge(Door::tea).await(SHORT));

            assertTrue(open.why().contains("no call that asks"), open.why());
            assertTrue(open.why().contains("support"), open.why());
        }
    }
}
