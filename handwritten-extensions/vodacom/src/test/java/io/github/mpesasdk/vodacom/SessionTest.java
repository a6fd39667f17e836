package io.github.mpesasdk.vodacom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.core.testing.FakeClock;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.vodacomapi.api.TransactionsApi.QueryTransactionStatusInput;
import io.github.mpesasdk.vodacomapi.model.Country;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is the OpenAPI's own about sessions; what all markets share is in {@link VodacomTenancyTest}. */
class SessionTest {

    private static final String NOT_AUTHORIZED = "401 Unauthorized\n" + Gateway.NOT_AUTHORIZED;

    private static Function<SeenRequest, String> numbered() {
        AtomicInteger opened = new AtomicInteger();
        return request -> Gateway.answered(Gateway.sessionAnswer("session" + opened.incrementAndGet()));
    }

    private static VodacomOpenApi charge(VodacomOpenApi client) {
        assertInstanceOf(Succeeded.class, client.c2b().charge(Gateway::tea).outcome());
        return client;
    }

    @Test
    void everyCallCarriesOriginTypeAndTheEncryptedSession() {
        try (Gateway gateway = Gateway.open(request -> Bodies.PAID);
                VodacomOpenApi client = gateway.client(settings -> settings.origin("shop.example"))) {
            charge(client);
            client.b2c().pay(pay -> pay.amount(1).to(Gateway.CUSTOMER).description("Wages"));

            gateway.all().forEach(request -> {
                assertEquals("shop.example", request.header("Origin").orElseThrow());
                assertEquals("application/json", request.header("Content-Type").orElseThrow());
            });
            assertEquals(Gateway.API_KEY, Gateway.bearer(gateway.sessions().get(0)));
            assertEquals(1, gateway.sessions().size());
            gateway.calls().forEach(request -> assertEquals(Gateway.SESSION, Gateway.bearer(request)));
            assertEquals(
                    gateway.calls().get(0).header("Authorization"),
                    gateway.calls().get(1).header("Authorization"),
                    "encrypted once a session");
        }
    }

    @Test
    void thePlainClientOpensSessionsWithTheApiKeyAndCallsWithTheSessionOfTheClient() {
        try (Gateway gateway = Gateway.opening(numbered(), request -> Bodies.status("Completed"));
                VodacomOpenApi client = gateway.client()) {
            assertEquals("session1", client.api().session().getSession().sessionId());
            assertEquals(
                    "session2", client.api().session().getSessionAsync().join().sessionId());
            client.api()
                    .transactions()
                    .queryTransactionStatus(QueryTransactionStatusInput.builder()
                            .queryReference("TST1234567")
                            .country(Country.TANZANIA)
                            .serviceProviderCode("000000")
                            .thirdPartyConversationId("c1")
                            .build());

            assertEquals(
                    List.of(Gateway.API_KEY, Gateway.API_KEY, Gateway.API_KEY),
                    gateway.sessions().stream().map(Gateway::bearer).toList());
            assertEquals(
                    List.of("session3"),
                    gateway.calls().stream().map(Gateway::bearer).toList());
        }
    }

    @Test
    void theOriginIsAStarByDefault() {
        try (Gateway gateway = Gateway.open(request -> Bodies.PAID);
                VodacomOpenApi client = gateway.client()) {
            charge(client);

            gateway.all()
                    .forEach(request ->
                            assertEquals("*", request.header("Origin").orElseThrow()));
        }
    }

    @Test
    void environmentAndMarketStandInThePath() {
        try (Gateway gateway = Gateway.open(request -> Bodies.PAID);
                VodacomOpenApi production =
                        gateway.client(settings -> settings.market(Market.GHANA).production())) {
            production.b2b().pay(pay -> pay.amount(10).to("000001").description("Stock"));

            assertEquals(
                    List.of("/openapi/ipg/v2/vodafoneGHA/getSession/", "/openapi/ipg/v2/vodafoneGHA/b2bPayment/"),
                    gateway.all().stream().map(SeenRequest::path).toList());
        }
    }

    @Test
    void anOldSessionThatIsRefusedIsReplacedOnce() {
        AtomicInteger payments = new AtomicInteger();
        try (Gateway gateway = Gateway.opening(
                        numbered(), request -> payments.incrementAndGet() == 2 ? NOT_AUTHORIZED : Bodies.PAID);
                VodacomOpenApi client = gateway.client()) {
            charge(charge(client));

            assertEquals(
                    List.of("session1", "session1", "session2"),
                    gateway.calls().stream().map(Gateway::bearer).toList());
        }
    }

    @Test
    void aRefusedSessionIsReplacedOnceAndNoMore() {
        try (Gateway gateway = Gateway.opening(numbered(), request -> NOT_AUTHORIZED);
                VodacomOpenApi client = gateway.client()) {
            assertThrows(RefusedException.class, () -> client.c2b().charge(Gateway::tea));

            assertEquals(2, gateway.sessions().size());
            assertEquals(2, gateway.payments().size());
        }
    }

    @Test
    void aClockSetBackDoesNotKeepADeadSession() {
        FakeClock clock = new FakeClock();
        AtomicBoolean ended = new AtomicBoolean();
        try (Gateway gateway = Gateway.opening(
                        numbered(),
                        request -> ended.get() && Gateway.bearer(request).equals("session1")
                                ? NOT_AUTHORIZED
                                : Bodies.PAID);
                VodacomOpenApi client = gateway.client(settings -> settings.clock(clock))) {
            charge(client);
            ended.set(true);
            clock.advance(Duration.ofHours(-2));
            charge(charge(client));

            assertEquals(2, gateway.sessions().size());
            assertEquals(4, gateway.payments().size());
        }
    }

    @Test
    void aSessionEndsWithTheLifeThatTheCallerStates() {
        FakeClock clock = new FakeClock();
        try (Gateway gateway = Gateway.opening(numbered(), request -> Bodies.PAID);
                VodacomOpenApi client =
                        gateway.client(settings -> settings.clock(clock).sessionLife(Duration.ofMinutes(10)))) {
            charge(client);
            clock.advance(Duration.ofMinutes(8));
            charge(client);
            clock.advance(Duration.ofMinutes(2));
            charge(client);

            assertEquals(2, gateway.sessions().size());
        }
    }

    @Test
    void aFailedTransactionWithStatus401IsNeverReplayed() {
        String failed = "401 Unauthorized\n{\"output_ResponseCode\":\"INS-6\",\"output_ResponseDesc\":\"Transaction"
                + " Failed\",\"output_TransactionID\":\"N/A\",\"output_error\":\"API or Session key is not authorized\"}";
        try (Gateway gateway = Gateway.open(request -> failed);
                VodacomOpenApi client = gateway.client()) {
            RefusedException refused =
                    assertThrows(RefusedException.class, () -> client.c2b().charge(Gateway::tea));

            assertEquals("INS-6", refused.code().orElseThrow().value());
            assertEquals(1, gateway.calls().size());
            assertEquals(1, gateway.sessions().size());
        }
    }

    @Test
    void aWrongApiKeyIsARefusalThatSaysWhatToCheck() {
        try (Gateway gateway = Gateway.opening(request -> NOT_AUTHORIZED, request -> Bodies.PAID);
                VodacomOpenApi client = gateway.client()) {
            RefusedException refused =
                    assertThrows(RefusedException.class, () -> client.c2b().charge(Gateway::tea));

            assertEquals("getSession", refused.operation());
            assertTrue(refused.getMessage().contains("API key"), refused.getMessage());
            assertEquals(List.of(), gateway.calls());
            assertThrows(RefusedException.class, client::verify);
        }
    }

    @Test
    void theKeyIsProvenByOpeningASession() {
        try (Gateway gateway = Gateway.opening(numbered(), request -> Bodies.PAID);
                VodacomOpenApi client = gateway.client()) {
            client.verify();

            assertEquals(1, gateway.sessions().size());
            assertEquals(List.of(), gateway.calls());
        }
    }

    @Test
    void aSessionThatCannotTravelIsNoAnswer() {
        try (Gateway gateway = Gateway.opening(
                        request -> Gateway.answered(Gateway.sessionAnswer("")), request -> Bodies.PAID);
                VodacomOpenApi client = gateway.client()) {
            assertThrows(NoAnswerException.class, client::verify);
        }
    }
}
