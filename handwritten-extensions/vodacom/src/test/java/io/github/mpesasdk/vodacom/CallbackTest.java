package io.github.mpesasdk.vodacom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import io.github.mpesasdk.core.testing.Events;
import io.github.mpesasdk.core.testing.Told;
import io.github.mpesasdk.vodacomapi.api.C2bCalls.C2bPaymentDraft;
import io.github.mpesasdk.vodacomapi.api.C2bCalls.C2bPaymentSteps.NeedsAmount;
import io.github.mpesasdk.vodacomapi.api.C2bCalls.C2bPaymentSteps.NeedsDescription;
import io.github.mpesasdk.vodacomapi.api.C2bCalls.C2bPaymentSteps.NeedsFrom;
import io.github.mpesasdk.vodacomapi.model.AgreedTerms;
import io.github.mpesasdk.vodacomapi.model.VodacomCallback;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a callback proves, and what it settles. */
class CallbackTest {

    private static final String KEY = "a callback key of the tests, long enough";
    private static final Duration SHORT = Duration.ofMillis(600);

    private static Gateway asynchronous() {
        return Gateway.open(request -> Gateway.isQuestion(request) ? Bodies.status("Pending") : Bodies.ACCEPTED);
    }

    private static Received<VodacomCallback> receive(VodacomOpenApi client, String body) {
        return client.callbacks().receive("/pay", body);
    }

    private static String id(Payment<?> payment) {
        return payment.reference().value();
    }

    @Test
    void aCallbackSettlesAnAcknowledgedPayment() {
        try (Gateway gateway = asynchronous();
                VodacomOpenApi client = gateway.client()) {
            Payment<?> payment =
                    client.c2b().charge(charge -> Gateway.tea(charge).order("order 17"));
            Received<VodacomCallback> received = receive(client, Bodies.callback(id(payment), "INS-0"));

            assertTrue(received.isGenuine());
            assertEquals(Optional.of("order 17"), received.order());
            assertEquals(payment.reference(), received.reference());
            assertFalse(received.isRepetition());
            assertTrue(receive(client, Bodies.callback(id(payment), "INS-0")).isRepetition());
            Succeeded paid = assertInstanceOf(Succeeded.class, payment.await(Gateway.SOON));
            assertEquals(Optional.of("TST1234567"), paid.receipt());
            assertEquals("INS-0", paid.code().orElseThrow().value());
        }
    }

    @Test
    void theOtherNameAndTheBareZeroAreReadToo() {
        try (Gateway gateway = asynchronous();
                VodacomOpenApi client = gateway.client()) {
            Payment<?> payment =
                    client.b2c().pay(pay -> pay.amount(5).to(Gateway.CUSTOMER).description("Wages"));
            receive(
                    client,
                    Bodies.callback(id(payment), "0")
                            .replace("input_ThirdPartyConversationID", "input_ThirdPartyReference"));

            assertInstanceOf(Succeeded.class, payment.await(Gateway.SOON));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INS-1", "INS-9", "99", "INS-4711"})
    void whatSettlesNothingDoesNotHideWhatSettles(String first) {
        try (Gateway gateway = asynchronous();
                VodacomOpenApi client = gateway.client()) {
            Payment<?> payment = client.c2b().charge(Gateway::tea);
            CompletableFuture<Outcome> waiting = payment.awaitAsync(Gateway.SOON);
            Outcome unsettled =
                    receive(client, Bodies.callback(id(payment), first)).outcome();

            assertEquals(
                    first,
                    assertInstanceOf(Unknown.class, unsettled)
                            .code()
                            .orElseThrow()
                            .value());
            assertFalse(waiting.isDone());
            receive(client, Bodies.callback(id(payment), "INS-2006"));
            assertInstanceOf(Failed.class, waiting.join());
        }
    }

    @Test
    void aPaymentThatNothingSettlesSaysWhatWasSaid() {
        try (Gateway gateway = Gateway.open(request -> Gateway.isQuestion(request)
                        ? "400 Bad Request\n{\"output_ResponseCode\":\"INS-23\",\"output_ResponseDesc\":\"Not found\"}"
                        : Bodies.ACCEPTED);
                VodacomOpenApi client = gateway.client()) {
            Payment<?> payment = client.c2b().charge(Gateway::tea);
            receive(client, Bodies.callback(id(payment), "INS-1"));
            Outcome outcome = Told.within(SHORT, payment::await, said -> said.code()
                    .map(Code::value)
                    .filter("INS-23"::equals)
                    .isPresent());

            assertFalse(outcome.isSettled());
            assertEquals("INS-23", outcome.code().orElseThrow().value(), outcome.why());
        }
    }

    @Test
    void anIdThatNobodyMadeProvesNothing() {
        try (Gateway gateway = asynchronous();
                VodacomOpenApi client = gateway.client()) {
            Payment<?> payment = client.c2b().charge(Gateway::tea);
            Received<VodacomCallback> forged =
                    receive(client, Bodies.callback("0123456789abcdef0123456789abcdef", "INS-0"));

            assertFalse(forged.isGenuine());
            assertInstanceOf(Unknown.class, forged.outcome());
            assertEquals(Optional.empty(), forged.order());
            assertInstanceOf(Pending.class, payment.await(SHORT));
        }
    }

    @Test
    void anotherConversationThanTheAcknowledgedOneIsNotBelieved() {
        try (Gateway gateway = asynchronous();
                VodacomOpenApi client = gateway.client()) {
            Payment<?> payment = client.c2b().charge(Gateway::tea);
            Received<VodacomCallback> foreign = receive(client, Bodies.callback("c-2", id(payment), "INS-0"));

            assertFalse(foreign.isGenuine());
            assertFalse(payment.outcome().isSettled());
        }
    }

    @Test
    void anIdOfTheCallersNeedsTheConversationThatOnlyTheAcknowledgementTold() {
        try (Gateway gateway = asynchronous();
                VodacomOpenApi client = gateway.client()) {
            Payment<?> payment =
                    client.c2b().charge(charge -> Gateway.tea(charge).id("order17"));

            assertFalse(receive(client, Bodies.callback("c-guessed", "order17", "INS-0"))
                    .isGenuine());
            assertFalse(
                    receive(client, Bodies.callback("N/A", "order17", "INS-0")).isGenuine());
            assertFalse(payment.outcome().isSettled());
            assertTrue(receive(client, Bodies.callback("order17", "INS-0")).isGenuine());
            assertInstanceOf(Succeeded.class, payment.outcome());
        }
    }

    @Test
    void aCallbackOfAnotherShapeTellsNothingOfAPayment() {
        try (Gateway gateway = asynchronous();
                VodacomOpenApi client = gateway.client()) {
            Payment<?> payment = client.c2b().charge(Gateway::tea);
            String body =
                    Bodies.callback(id(payment), "INS-0").replaceFirst("\\{", "{\"input_ResponseCode\":\"INS-2006\",");

            Received<VodacomCallback> received = receive(client, body);

            assertFalse(received.outcome().isSettled(), received::toString);
            assertFalse(payment.outcome().isSettled());
        }
    }

    @Test
    void oneIdPaysOnce() {
        try (Gateway gateway = asynchronous();
                VodacomOpenApi client = gateway.client()) {
            client.c2b().charge(charge -> tea(charge, "order17"));
            InvalidInputException second = assertThrows(
                    InvalidInputException.class, () -> client.c2b().charge(charge -> tea(charge, "order17")));

            assertTrue(second.getMessage().contains("id"), second.getMessage());
            assertEquals(1, gateway.payments().size());
        }
    }

    private static C2bPaymentDraft tea(NeedsAmount<NeedsFrom<NeedsDescription<C2bPaymentDraft>>> charge, String id) {
        return Gateway.tea(charge).id(id);
    }

    @Test
    void aRestartAndAnotherMachineKnowTheIdsOfTheirKey() {
        try (Gateway gateway = asynchronous()) {
            String text;
            try (VodacomOpenApi before = gateway.client(settings -> settings.callbackKey(KEY))) {
                text = before.c2b().charge(Gateway::tea).reference().text();
            }
            Reference reference = Reference.parse(text);
            String body = Bodies.callback(reference.value(), "INS-0");
            try (VodacomOpenApi after = gateway.client(settings -> settings.callbackKey(KEY));
                    VodacomOpenApi stranger = gateway.client()) {
                Received<VodacomCallback> received = receive(after, body);

                assertTrue(received.isGenuine());
                assertEquals(reference, received.reference());
                assertInstanceOf(Succeeded.class, received.outcome());
                assertFalse(receive(stranger, body).isGenuine(), "another key");
            }
        }
    }

    @Test
    void whoWaitsAfterARestartHearsTheCallback() {
        try (Gateway gateway = asynchronous()) {
            String text;
            try (VodacomOpenApi before = gateway.client(settings -> settings.callbackKey(KEY))) {
                text = before.c2b().charge(Gateway::tea).reference().text();
            }
            try (VodacomOpenApi after = gateway.client(settings -> settings.callbackKey(KEY))) {
                Reference reference = Reference.parse(text);
                CompletableFuture<Outcome> found = after.findAsync(reference, Gateway.SOON);
                receive(after, Bodies.callback(reference.value(), "INS-0"));

                assertInstanceOf(Succeeded.class, found.join());
            }
        }
    }

    @Test
    void afterARestartTheReferenceAloneIsEnoughToAsk() {
        try (Gateway gateway =
                Gateway.open(request -> Gateway.isQuestion(request) ? Bodies.status("Completed") : "500 Oops\n")) {
            String text;
            try (VodacomOpenApi before = gateway.client()) {
                text = assertThrows(UnknownOutcomeException.class, () -> before.c2b()
                                .charge(Gateway::tea))
                        .reference()
                        .orElseThrow()
                        .text();
            }
            try (VodacomOpenApi after = gateway.client()) {
                Outcome found = after.find(Reference.parse(text), Gateway.SOON);

                assertEquals(
                        Optional.of("TST7654321"),
                        assertInstanceOf(Succeeded.class, found).receipt());
            }
        }
    }

    @Test
    void aCallbackThatOvertakesTheRefusalOfASessionStopsTheSecondSend() {
        VodacomOpenApi[] shop = new VodacomOpenApi[1];
        try (Gateway gateway = Gateway.open(request -> {
                    receive(shop[0], Bodies.callback(Gateway.id(request), "INS-0"));
                    return "401 Unauthorized\n" + Gateway.NOT_AUTHORIZED;
                });
                VodacomOpenApi client = gateway.client()) {
            shop[0] = client;
            UnknownOutcomeException unknown = assertThrows(
                    UnknownOutcomeException.class, () -> client.c2b().charge(Gateway::tea));

            assertEquals(1, gateway.payments().size());
            assertInstanceOf(Succeeded.class, client.find(unknown.reference().orElseThrow(), Gateway.SOON));
        }
    }

    @Test
    void aMandateIsNoPayment() throws Exception {
        try (Gateway gateway = asynchronous();
                VodacomOpenApi client = gateway.client()) {
            CompletableFuture<Mandate> created = client.directDebits()
                    .createAsync(draft ->
                            draft.from(Gateway.CUSTOMER).reference("CONTRACT1").agreed(AgreedTerms.AGREED));
            Events.until(() -> !gateway.payments().isEmpty());
            Received<VodacomCallback> received = receive(
                    client,
                    "{\"input_ResultCode\":\"INS-0\",\"input_MandateID\":\"15001\",\"input_ThirdPartyConversationID\":\""
                            + Gateway.id(gateway.payments().get(0)) + "\"}");

            assertTrue(received.isGenuine());
            assertFalse(received.outcome().isSettled(), received.outcome().why());
            assertEquals(Optional.of("15001"), created.join().id());
        }
    }
}
