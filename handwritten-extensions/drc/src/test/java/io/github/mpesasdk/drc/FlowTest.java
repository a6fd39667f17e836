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
import io.github.mpesasdk.core.testing.Told;
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
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            Payment<?> payment = client.c2b().charge(TestGateway::tea);
            assertInstanceOf(Pending.class, payment.await(SHORT));
            Received<DrcCallback> received = client.callbacks().receive(gateway.callbackAddress(0), paidC2b(payment));

            assertTrue(received.isGenuine());
            DrcC2bCallback event =
                    assertInstanceOf(DrcC2bCallback.class, received.event().orElseThrow());
            assertEquals(payment.reference(), received.reference());
            assertInstanceOf(Succeeded.class, received.outcome());
            assertEquals("2500", event.amount());
            Succeeded paid = assertInstanceOf(Succeeded.class, payment.await(TestGateway.SOON));
            assertEquals("9C00EXAMPL", paid.receipt().orElseThrow());
            assertEquals(payment.reference(), paid.reference());
            assertFalse(paid.details().containsKey("TransactionTime"), "-1 means that it is absent");
        }
    }

    @Test
    void aCallbackSettlesAPaymentToACustomer() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            Payment<?> payment = client.b2c().pay(TestGateway::wages);
            Received<DrcCallback> received = client.callbacks()
                    .receive(
                            gateway.callbackAddress(0),
                            Soap.b2cCallback(payment.reference().value(), "0", "0", "X-BS00001"));

            assertTrue(received.isGenuine());
            assertInstanceOf(DrcB2cCallback.class, received.event().orElseThrow());
            assertEquals(
                    "X-BS00001",
                    assertInstanceOf(Succeeded.class, payment.await(TestGateway.SOON))
                            .receipt()
                            .orElseThrow());
        }
    }

    @Test
    void aKnownFailureSettlesAndHasAdvice() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            Payment<?> payment = client.c2b().charge(TestGateway::tea);
            client.callbacks()
                    .receive(
                            gateway.callbackAddress(0),
                            Soap.c2bCallback(payment.reference().value(), "-1", "-3", "-1"));

            Failed failed = assertInstanceOf(Failed.class, payment.await(TestGateway.SOON));
            assertEquals("-3", failed.code().orElseThrow().value());
            assertFalse(failed.why().isBlank());
            assertEquals("Failed response initiating payment .", failed.words());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1", "4711", ""})
    void anUnknownCodeSettlesNothing(String code) {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            Payment<?> payment = client.c2b().charge(TestGateway::tea);
            client.callbacks()
                    .receive(
                            gateway.callbackAddress(0),
                            Soap.c2bCallback(payment.reference().value(), "-1", code, "-1"));

            Unknown open = assertInstanceOf(Unknown.class, payment.await(SHORT));
            assertEquals(code, open.code().map(Code::value).orElse(""));
            assertFalse(open.why().isBlank());
            assertTrue(client.callbacks()
                    .receive(gateway.callbackAddress(0), paidC2b(payment))
                    .isGenuine());
            assertInstanceOf(Succeeded.class, payment.await(TestGateway.SOON));
        }
    }

    // Only of C2B is it known that nobody was paid, and nobody knows how the failures of B2C spell their items.
    @Test
    void aFailureOfC2bSaysNothingOfAPaymentToACustomer() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            Payment<?> payment = client.b2c().pay(TestGateway::wages);
            client.callbacks()
                    .receive(
                            gateway.callbackAddress(0),
                            Soap.c2bCallback(payment.reference().value(), "-1", "-3", "-1"));

            assertInstanceOf(Unknown.class, payment.await(SHORT));
            assertInstanceOf(Unknown.class, client.find(payment.reference(), SHORT));
        }
    }

    @Test
    void aSuccessOfTheTypeOfAFailureSettlesNothing() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            Payment<?> payment = client.c2b().charge(TestGateway::tea);
            client.callbacks()
                    .receive(
                            gateway.callbackAddress(0),
                            Soap.c2bCallback(payment.reference().value(), "-1", "0", "-1"));

            assertInstanceOf(Unknown.class, payment.await(SHORT));
        }
    }

    @Test
    void aCallbackWithTwoCodesIsGenuineAndSettlesNothing() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            Payment<?> payment = client.c2b().charge(TestGateway::tea);
            String two = paidC2b(payment)
                    .replace(
                            "<Request>",
                            "<Request><dataItem><name>resultcode</name><value>-3</value>"
                                    + "<type>String</type></dataItem>");

            assertTrue(
                    client.callbacks().receive(gateway.callbackAddress(0), two).isGenuine());
            assertInstanceOf(Unknown.class, payment.await(SHORT));
        }
    }

    @Test
    void aCallbackMayOvertakeItsAnswer() {
        List<DrcGateway> clients = new ArrayList<>();
        try (TestGateway gateway = TestGateway.open(request -> {
                    deliver(clients.get(0), request);
                    return TestGateway.acceptance(request);
                });
                DrcGateway client = gateway.client()) {
            clients.add(client);

            assertInstanceOf(
                    Succeeded.class, client.c2b().charge(TestGateway::tea).await(TestGateway.SOON));
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
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            Payment<?> payment = client.c2b().charge(TestGateway::tea);
            String failed = Soap.c2bCallback(payment.reference().value(), "-1", "-3", "-1");
            Received<DrcCallback> first = client.callbacks().receive(gateway.callbackAddress(0), paidC2b(payment));
            Received<DrcCallback> again = client.callbacks().receive(gateway.callbackAddress(0), paidC2b(payment));
            client.callbacks().receive(gateway.callbackAddress(0), failed);

            assertEquals(first.acknowledgement(), again.acknowledgement());
            assertTrue(again.isGenuine());
            assertInstanceOf(Succeeded.class, payment.await(TestGateway.SOON));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mpesa/0123456789abcdef0123456789abcdef", "/mpesa", "", "/mpesa/", "/mpesa/../x"})
    void aCallbackUnderAnAddressThatNobodyGaveProvesNothing(String path) {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            Payment<?> payment = client.c2b().charge(TestGateway::tea);

            Received<DrcCallback> received = client.callbacks().receive(path, paidC2b(payment));

            assertFalse(received.isGenuine());
            assertTrue(received.event().isEmpty(), "it was not even read");
            assertFalse(client.callbacks().receive(path, "<".repeat(1_000_000)).isGenuine());
            assertInstanceOf(Pending.class, payment.await(SHORT));
        }
    }

    @Test
    void eachPaymentHasAnAddressAndAReferenceOfItsOwn() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            Payment<?> one = client.c2b().charge(TestGateway::tea);
            Payment<?> other = client.c2b().charge(TestGateway::tea);
            client.callbacks().receive(gateway.callbackAddress(1), paidC2b(other));

            assertNotEquals(gateway.callbackAddress(0), gateway.callbackAddress(1));
            assertNotEquals(one.reference(), other.reference());
            assertTrue(gateway.callbackAddress(0).matches("https://shop\\.example/mpesa/(?:[0-9a-f]{2}){24,}"));
            assertTrue(one.reference().value().matches("[0-9a-f]{32}"));
            assertInstanceOf(Pending.class, one.await(SHORT));
            assertInstanceOf(Succeeded.class, other.await(TestGateway.SOON));
        }
    }

    @Test
    void afterALostAnswerTheCallbackIsFound() {
        try (TestGateway gateway = TestGateway.open(request -> "503 Busy\n");
                DrcGateway client = gateway.client()) {
            UnknownOutcomeException unknown = assertThrows(
                    UnknownOutcomeException.class, () -> client.b2c().pay(TestGateway::wages));
            Reference reference = unknown.reference().orElseThrow();
            assertInstanceOf(Unknown.class, client.find(reference, SHORT));
            client.callbacks()
                    .receive(gateway.callbackAddress(0), Soap.b2cCallback(reference.value(), "0", "0", "X-BS00001"));

            assertInstanceOf(Succeeded.class, client.find(reference, TestGateway.SOON));
            assertEquals(1, gateway.payments().size());
        }
    }

    @Test
    void afterARestartNobodyKnowsAndAForeignReferenceIsRefused() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            assertInstanceOf(
                    Unknown.class,
                    client.find(new Reference("drc", "c2bPayment", "ThirdPartyReference", "order-17"), SHORT));
            assertThrows(
                    InvalidInputException.class,
                    () -> client.find(new Reference("kenya", "stkPush", "CheckoutRequestID", "ws_1"), SHORT));
            assertEquals(List.of(), gateway.all());
        }
    }

    @Test
    void anotherClientWithTheSameKeyKnowsACallbackAndItsOrderLongAfter() {
        FakeClock clock = new FakeClock();
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway sender = gateway.client();
                DrcGateway other = gateway.client(settings -> settings.clock(clock))) {
            Payment<?> payment =
                    sender.c2b().charge(charge -> TestGateway.tea(charge).order("order-17"));
            clock.advance(Duration.ofDays(3));
            Received<DrcCallback> received = other.callbacks().receive(gateway.callbackAddress(0), paidC2b(payment));

            assertTrue(received.isGenuine());
            assertEquals("order-17", received.order().orElseThrow());
            assertEquals(payment.reference(), received.reference());
            assertInstanceOf(Succeeded.class, received.outcome());
        }
    }

    @Test
    void aWaitAfterARestartHearsTheCallback() throws Exception {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway sender = gateway.client();
                DrcGateway later = gateway.client()) {
            Payment<?> payment = sender.c2b().charge(TestGateway::tea);
            Reference stored = Reference.parse(payment.reference().text());
            CompletableFuture<Outcome> found = later.findAsync(stored, TestGateway.SOON);
            later.callbacks().receive(gateway.callbackAddress(0), paidC2b(payment));

            assertInstanceOf(Succeeded.class, found.get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void aCallbackOfAnotherPaymentOrAmountIsNotGenuine() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            Payment<?> payment = client.c2b().charge(TestGateway::tea);
            String otherPayment = Soap.c2bCallback("another-reference", "0", "0", "9C00EXAMPL");
            String otherAmount = paidC2b(payment).replace(">2500<", ">2499<");

            for (String foreign : List.of(otherPayment, otherAmount)) {
                Received<DrcCallback> received = client.callbacks().receive(gateway.callbackAddress(0), foreign);
                assertFalse(received.isGenuine());
                assertFalse(received.outcome().isSettled());
            }
            assertInstanceOf(Pending.class, payment.await(SHORT));
        }
    }

    @Test
    void whereNothingComesTheReasonSaysThatNobodyCanBeAsked() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            Pending open = assertInstanceOf(
                    Pending.class, Told.within(SHORT, client.c2b().charge(TestGateway::tea)::await));

            assertTrue(open.why().contains("no call that asks"), open.why());
            assertTrue(open.why().contains("support"), open.why());
        }
    }
}
