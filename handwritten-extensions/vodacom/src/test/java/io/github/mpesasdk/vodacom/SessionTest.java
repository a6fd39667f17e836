package io.github.mpesasdk.vodacom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.core.testing.FakeClock;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.vodacomapi.model.Country;
import io.github.mpesasdk.vodacomapi.model.QueryTransactionStatusRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is the OpenAPI's own about sessions; what all markets share is in {@link VodacomTenancyTest}. */
class SessionTest {

    private static final String PAID =
            Door.answered("{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"TST1234567\"}");
    private static final String NOT_AUTHORIZED = "401 Unauthorized\n" + Door.NOT_AUTHORIZED;

    private static Function<SeenRequest, String> numbered() {
        AtomicInteger opened = new AtomicInteger();
        return request -> Door.answered(Door.sessionAnswer("session" + opened.incrementAndGet()));
    }

    @Test
    void everyCallCarriesOriginTypeAndTheEncryptedSession() {
        try (Door door = Door.open(request -> PAID);
                VodacomOpenApi client = door.client(settings -> settings.origin("shop.example"))) {
            client.c2b().charge(Door::tea);
            client.b2c().pay(pay -> pay.amount(1).to(Door.CUSTOMER).description("Wages"));

            door.all().forEach(request -> {
                assertEquals("shop.example", request.header("Origin").orElseThrow());
                assertEquals("application/json", request.header("Content-Type").orElseThrow());
            });
            assertEquals(Door.API_KEY, Door.bearer(door.sessions().get(0)));
            assertEquals(1, door.sessions().size());
            door.calls().forEach(request -> assertEquals(Door.SESSION, Door.bearer(request)));
            assertEquals(
                    door.calls().get(0).header("Authorization"),
                    door.calls().get(1).header("Authorization"),
                    "encrypted once a session");
        }
    }

    @Test
    void thePlainClientOpensSessionsWithTheApiKeyAndCallsWithTheSessionOfTheClient() {
        try (Door door = Door.opening(numbered(), request -> PAID);
                VodacomOpenApi client = door.client()) {
            assertEquals("session1", client.api().session().getSession().sessionId());
            assertEquals(
                    "session2", client.api().session().getSessionAsync().join().sessionId());
            client.api()
                    .transaction()
                    .queryTransactionStatus(QueryTransactionStatusRequest.builder()
                            .queryReference("TST1234567")
                            .country(Country.TANZANIA)
                            .serviceProviderCode("000000")
                            .thirdPartyConversationId("c1")
                            .build());

            assertEquals(
                    List.of(Door.API_KEY, Door.API_KEY, Door.API_KEY),
                    door.sessions().stream().map(Door::bearer).toList());
            assertEquals(
                    List.of("session3"), door.calls().stream().map(Door::bearer).toList());
        }
    }

    @Test
    void theOriginIsAStarUnlessSaidOtherwise() {
        try (Door door = Door.open(request -> PAID);
                VodacomOpenApi client = door.client()) {
            client.c2b().charge(Door::tea);

            door.all()
                    .forEach(request ->
                            assertEquals("*", request.header("Origin").orElseThrow()));
        }
    }

    @Test
    void environmentAndMarketStandInThePath() {
        try (Door door = Door.open(request -> PAID);
                VodacomOpenApi production =
                        door.client(settings -> settings.market(Market.GHANA).production())) {
            production.b2b().pay(pay -> pay.amount(10).to("000001").description("Stock"));

            assertEquals(
                    List.of("/openapi/ipg/v2/vodafoneGHA/getSession/", "/openapi/ipg/v2/vodafoneGHA/b2bPayment/"),
                    door.all().stream().map(SeenRequest::path).toList());
        }
    }

    @Test
    void aSessionThatIsNotLiveYetIsTriedAgainAndNotReplaced() {
        AtomicInteger refusals = new AtomicInteger();
        try (Door door = Door.open(request -> refusals.incrementAndGet() <= 2 ? NOT_AUTHORIZED : PAID);
                VodacomOpenApi client = door.client()) {
            client.c2b().charge(Door::tea);

            assertEquals(1, door.sessions().size());
            assertEquals(3, door.calls().size());
        }
    }

    @Test
    void aLiveSessionIsUsedWithoutSleeping() {
        try (Door door = Door.open(request -> PAID);
                VodacomOpenApi client = door.client()) {
            long start = System.nanoTime();
            client.c2b().charge(Door::tea);

            assertTrue(System.nanoTime() - start < Duration.ofSeconds(5).toNanos());
        }
    }

    @Test
    void anOldSessionThatIsRefusedIsReplacedOnce() {
        FakeClock clock = new FakeClock();
        try (Door door = Door.opening(
                        numbered(),
                        request -> Door.bearer(request).equals("session1")
                                        && clock.instant().getEpochSecond() % 60 != 5
                                ? NOT_AUTHORIZED
                                : PAID);
                VodacomOpenApi client = door.client(settings -> settings.clock(clock))) {
            client.c2b().charge(Door::tea);
            clock.advance(Duration.ofSeconds(50));
            client.c2b().charge(Door::tea);

            assertEquals(2, door.sessions().size());
            assertEquals(
                    List.of("session1", "session1", "session2"),
                    door.calls().stream().map(Door::bearer).toList());
        }
    }

    @Test
    void aSessionThatIsNeverTakenIsARefusalWithFewRequests() {
        try (Door door = Door.open(request -> NOT_AUTHORIZED);
                VodacomOpenApi client = door.client(settings -> settings.activationPatience(Duration.ofSeconds(2)))) {
            assertThrows(RefusedException.class, () -> client.c2b().charge(Door::tea));

            assertTrue(door.calls().size() <= 6, "requests: " + door.calls().size());
            assertEquals(1, door.sessions().size());
        }
    }

    @Test
    void withoutPatienceARefusedSessionIsReplacedOnceAndNoMore() {
        try (Door door = Door.opening(numbered(), request -> NOT_AUTHORIZED);
                VodacomOpenApi client = door.client(settings -> settings.activationPatience(Duration.ZERO))) {
            assertThrows(RefusedException.class, () -> client.c2b().charge(Door::tea));

            assertEquals(2, door.sessions().size());
            assertEquals(2, door.calls().size());
        }
    }

    @Test
    void aSessionEndsWithTheLifeThatTheCallerStates() {
        FakeClock clock = new FakeClock();
        try (Door door = Door.opening(numbered(), request -> PAID);
                VodacomOpenApi client =
                        door.client(settings -> settings.clock(clock).sessionLife(Duration.ofMinutes(10)))) {
            client.c2b().charge(Door::tea);
            clock.advance(Duration.ofMinutes(8));
            client.c2b().charge(Door::tea);
            clock.advance(Duration.ofMinutes(2));
            client.c2b().charge(Door::tea);

            assertEquals(2, door.sessions().size());
        }
    }

    @Test
    void aFailedTransactionWithStatus401IsNeverReplayed() {
        String failed = "401 Unauthorized\n{\"output_ResponseCode\":\"INS-6\",\"output_ResponseDesc\":\"Transaction"
                + " Failed\",\"output_TransactionID\":\"N/A\",\"output_error\":\"API or Session key is not authorized\"}";
        try (Door door = Door.open(request -> failed);
                VodacomOpenApi client = door.client()) {
            RefusedException refused =
                    assertThrows(RefusedException.class, () -> client.c2b().charge(Door::tea));

            assertEquals("INS-6", refused.code().orElseThrow().value());
            assertEquals(1, door.calls().size());
            assertEquals(1, door.sessions().size());
        }
    }

    @Test
    void aWrongApiKeyIsARefusalThatSaysWhatToCheck() {
        try (Door door = Door.opening(request -> NOT_AUTHORIZED, request -> PAID);
                VodacomOpenApi client = door.client()) {
            RefusedException refused =
                    assertThrows(RefusedException.class, () -> client.c2b().charge(Door::tea));

            assertEquals("getSession", refused.operation());
            assertTrue(refused.getMessage().contains("API key"), refused.getMessage());
            assertEquals(List.of(), door.calls());
        }
    }
}
