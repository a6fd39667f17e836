package io.github.mpesasdk.mozambique;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.core.testing.Told;
import io.github.mpesasdk.mozambiqueapi.model.MozambiqueCallback;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One process pays; another one, or the same after a restart, hears of it and asks. */
class RestartTest {

    private static final String KEY = "5c1d9e07a2b84f63905e7d1c4a8b2f60";
    private static final Duration SHORT = Duration.ofMillis(300);

    private final TestGateway gateway = TestGateway.answering(
            "201 Created",
            request -> TestGateway.repeatingId(answer(request)).apply(request),
            settings -> settings.callbackKey(KEY));

    private static String answer(SeenRequest request) {
        return request.method().equals("GET")
                ? "{\"output_ResponseCode\":\"INS-0\",\"output_ResponseTransactionStatus\":\"Completed\"}"
                : "{\"output_ResponseCode\":\"INS-0\",\"output_ConversationID\":\"c-1\"}";
    }

    private Mozambique another(String key, String... older) {
        return TestGateway.settings()
                .at(gateway.baseUrl())
                .callbackKey(key, older)
                .build();
    }

    private Mozambique cannotAsk() {
        return Mozambique.builder()
                .at(gateway.baseUrl())
                .apiKey(TestGateway.API_KEY, TestGateway.KEY)
                .callbackKey(KEY)
                .build();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    private String stored() {
        return gateway.client()
                .c2b()
                .charge(charge -> charge.amount(15).from(TestGateway.CUSTOMER))
                .reference()
                .text();
    }

    private static String callback(String id, String more) {
        return "{\"input_OriginalConversationID\":\"c-1\",\"input_ThirdPartyReference\":\"" + id
                + "\",\"input_ResultCode\":\"0\",\"input_TransactionID\":\"TST1\"" + more + "}";
    }

    @Test
    void theTextOfAReferenceIsEnoughToAskWith() {
        String text = stored();
        try (Mozambique later = another(KEY)) {
            Outcome outcome = later.find(Reference.parse(text), TestGateway.SOON);

            assertInstanceOf(Succeeded.class, outcome);
            assertEquals(Reference.parse(text), outcome.reference());
            SeenRequest question = gateway.requests().get(1);
            assertEquals(outcome.reference().value(), TestGateway.field(question, "input_QueryReference"));
            assertThrows(
                    InvalidInputException.class,
                    () -> later.find(Reference.parse("mpesa:kenya/stkPush/CheckoutRequestID/ws_1"), SHORT));
        }
    }

    @Test
    void whatNoCallbackTellsIsAskedForAndToldToTheListener() throws Exception {
        BlockingQueue<Settled> settled = new LinkedBlockingQueue<>();
        try (Mozambique listening = TestGateway.settings()
                .at(gateway.baseUrl())
                .callbackKey(KEY)
                .onSettled(settled::add)
                .reconcileAfter(Duration.ofSeconds(1))
                .build()) {
            listening.c2b().charge(charge -> charge.amount(15)
                    .from(TestGateway.CUSTOMER)
                    .order("17"));

            Settled told = settled.poll(30, TimeUnit.SECONDS);

            assertEquals(Optional.of("17"), told.order());
            assertInstanceOf(Succeeded.class, told.outcome());
        }
    }

    @Test
    void aCallbackProvesItselfToEveryProcessWithTheKey() {
        Reference reference = Reference.parse(stored());
        try (Mozambique machine = another(KEY);
                Mozambique renewed = another("0f".repeat(20), KEY)) {
            for (Mozambique other : new Mozambique[] {machine, renewed}) {
                Received<MozambiqueCallback> received =
                        other.callbacks().receive("/mpesa", callback(reference.value(), ""));

                assertTrue(received.isGenuine());
                assertInstanceOf(Succeeded.class, received.outcome());
                assertEquals(reference, received.reference());
            }
        }
        try (Mozambique stranger = another("0f".repeat(20))) {
            assertFalse(stranger.callbacks()
                    .receive("/mpesa", callback(reference.value(), ""))
                    .isGenuine());
        }
    }

    @Test
    void theAnswerToAQuestionOfAnotherProcessIsNotTakenForAPayment() {
        gateway.client().transactions().status("TST1").await(TestGateway.SOON);
        String id = TestGateway.field(gateway.requests().get(0), TestGateway.ID);
        try (Mozambique later = another(KEY)) {
            Received<MozambiqueCallback> silent = later.callbacks().receive("/mpesa", callback(id, ""));
            assertTrue(silent.isGenuine());
            assertInstanceOf(Unknown.class, silent.outcome(), "its code speaks of the question");

            Received<MozambiqueCallback> told = later.callbacks()
                    .receive("/mpesa", callback(id, ",\"input_ResponseTransactionStatus\":\"Completed\""));
            assertInstanceOf(Succeeded.class, told.outcome());
            assertEquals("TST1", told.reference().value(), "the payment, not the question");
        }
    }

    @Test
    void aWaitAfterARestartHearsTheCallback() throws Exception {
        String text = stored();
        try (Mozambique later = cannotAsk()) {
            Reference reference = Reference.parse(text);
            CompletableFuture<Outcome> found = later.findAsync(reference, TestGateway.SOON);

            later.callbacks().receive("/mpesa", callback(reference.value(), ""));

            assertInstanceOf(Succeeded.class, found.get());
        }
    }

    @Test
    void aClientThatCannotAskSaysWhy() {
        String text = stored();
        try (Mozambique bare = cannotAsk()) {
            Outcome outcome = Told.within(SHORT, limit -> bare.find(Reference.parse(text), limit));

            assertFalse(outcome instanceof Pending, "this process knows nothing of it");
            assertTrue(outcome.why().contains("serviceProvider"), outcome.why());
        }
    }
}
