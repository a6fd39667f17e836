package io.github.mpesasdk.vodacom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.core.testing.Together;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A new session may be refused for a while: that is waited for with questions, and never with a payment. */
class LivenessTest {

    private static final String NOT_AUTHORIZED = "401 Unauthorized\n" + Gateway.NOT_AUTHORIZED;
    private static final String NOT_FOUND = "400 Bad Request\n{\"output_ResponseCode\":\"INS-23\"}";

    /** A gateway whose session is live after so many calls with it. */
    private static Gateway liveAfter(int refusals) {
        AtomicInteger calls = new AtomicInteger();
        return Gateway.open(request -> {
            if (calls.incrementAndGet() <= refusals) {
                return NOT_AUTHORIZED;
            }
            return Gateway.isQuestion(request) ? NOT_FOUND : Bodies.PAID;
        });
    }

    private static VodacomOpenApi patient(Gateway gateway, Duration patience) {
        return gateway.client(settings -> settings.activationPatience(patience));
    }

    @Test
    void aSessionThatIsNeverTakenCostsNoPayment() {
        try (Gateway gateway = Gateway.open(request -> NOT_AUTHORIZED);
                VodacomOpenApi client = patient(gateway, Duration.ofSeconds(2))) {
            RefusedException refused =
                    assertThrows(RefusedException.class, () -> client.c2b().charge(Gateway::tea));

            assertEquals(List.of(), gateway.payments());
            assertTrue(
                    gateway.calls().size() <= 5, "questions: " + gateway.calls().size());
            assertEquals(1, gateway.sessions().size());
            assertTrue(refused.getMessage().contains("within 2 seconds"), refused.getMessage());
        }
    }

    @Test
    void aSessionThatIsNotLiveYetIsWaitedForAndNotReplaced() {
        try (Gateway gateway = liveAfter(2);
                VodacomOpenApi client = patient(gateway, Duration.ofSeconds(60))) {
            assertInstanceOf(Succeeded.class, client.c2b().charge(Gateway::tea).outcome());

            assertEquals(1, gateway.sessions().size());
            assertEquals(1, gateway.payments().size());
            List<SeenRequest> questions =
                    gateway.calls().stream().filter(Gateway::isQuestion).toList();
            assertEquals(3, questions.size());
            Set<String> ids = questions.stream().map(Gateway::id).collect(Collectors.toSet());
            assertEquals(3, ids.size(), "each under an id of its own");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "400 Bad Request\n{\"output_ResponseCode\":\"INS-997\"}",
                "400 Bad Request\n{\"output_ResponseCode\":\"INS-13\"}",
                "401 Unauthorized\n{\"output_ResponseCode\":\"INS-6\"}",
                "200 OK\n{\"output_ResponseCode\":\"INS-0\"}",
                "502 Bad Gateway\n<html>"
            })
    void anyOtherAnswerProvesThatItIsLive(String answer) {
        try (Gateway gateway = Gateway.open(request -> Gateway.isQuestion(request) ? answer : Bodies.PAID);
                VodacomOpenApi client = patient(gateway, Duration.ofSeconds(60))) {
            assertInstanceOf(Succeeded.class, client.c2b().charge(Gateway::tea).outcome());

            assertEquals(1, gateway.payments().size());
        }
    }

    @Test
    void anAnswerThatNeverComesProvesNothingAndCostsNoPayment() {
        try (Gateway gateway = Gateway.open(request -> Gateway.isQuestion(request) ? "\n" : Bodies.PAID);
                VodacomOpenApi client = patient(gateway, Duration.ofSeconds(60))) {
            assertThrows(NoAnswerException.class, () -> client.c2b().charge(Gateway::tea));

            assertEquals(List.of(), gateway.payments());
        }
    }

    @Test
    void manyPaymentsShareTheWait() throws Exception {
        try (Gateway gateway = liveAfter(2);
                VodacomOpenApi client = patient(gateway, Duration.ofSeconds(60))) {
            Together.run(thread -> {
                client.c2b().charge(Gateway::tea);
                return true;
            });

            assertEquals(1, gateway.sessions().size());
            assertEquals(Together.THREADS, gateway.payments().size());
            assertEquals(Together.THREADS + 3, gateway.calls().size(), "questions are asked once for all");
        }
    }

    @Test
    void aSessionFromTheStoreIsTakenAsLive() {
        TokenStore store = TokenStore.inMemory();
        try (Gateway gateway = liveAfter(1)) {
            for (int run = 0; run < 2; run++) {
                try (VodacomOpenApi client = gateway.client(settings ->
                        settings.activationPatience(Duration.ofSeconds(60)).tokenStore(store))) {
                    client.c2b().charge(Gateway::tea);
                }
            }

            assertEquals(1, gateway.sessions().size());
            assertEquals(2, gateway.payments().size());
            assertEquals(4, gateway.calls().size());
        }
    }

    @Test
    void aSessionThatReplacesARefusedOneIsProvenToo() {
        AtomicInteger payments = new AtomicInteger();
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger withSecond = new AtomicInteger();
        try (Gateway gateway = Gateway.opening(
                        request -> Gateway.answered(Gateway.sessionAnswer("session" + opened.incrementAndGet())),
                        request -> {
                            if (Gateway.bearer(request).equals("session2") && withSecond.incrementAndGet() == 1) {
                                return NOT_AUTHORIZED;
                            }
                            if (Gateway.isQuestion(request)) {
                                return NOT_FOUND;
                            }
                            return payments.incrementAndGet() == 1 ? NOT_AUTHORIZED : Bodies.PAID;
                        });
                VodacomOpenApi client = patient(gateway, Duration.ofSeconds(60))) {
            assertInstanceOf(Succeeded.class, client.c2b().charge(Gateway::tea).outcome());

            assertEquals(2, gateway.payments().size());
            assertEquals(2, gateway.sessions().size());
        }
    }

    @Test
    void aClientWithoutAShortCodeIsProvenToo() {
        JsonObject input = new JsonObject();
        input.addProperty("input_ServiceProviderCode", "ORG001");
        input.addProperty("input_CustomerMSISDN", "255744000001");
        input.addProperty("input_Amount", "10");
        input.addProperty("input_PurchasedItemsDesc", "Tea");
        try (Gateway gateway = liveAfter(1);
                VodacomOpenApi client = gateway.clientWithoutShortCode(Duration.ofSeconds(60))) {
            client.call("c2bPayment", input);

            assertEquals(1, gateway.payments().size());
            assertEquals(3, gateway.calls().size());
        }
    }
}
