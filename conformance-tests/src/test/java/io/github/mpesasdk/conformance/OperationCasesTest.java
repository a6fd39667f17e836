package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.cli.conformance.JsonMatch;
import io.github.mpesasdk.cli.conformance.XmlMatch;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays every operation case: sends its input through the SDK, over a real socket, and compares all that happens. */
class OperationCasesTest {

    private static final TestKeys KEYS = new TestKeys();
    // Impatient, for the cases are about what is asked again, not about when.
    private static final RetryPolicy RETRIES = new RetryPolicy(3, Duration.ofMillis(2), Duration.ofSeconds(1));

    @TestFactory
    Stream<DynamicTest> cases() {
        return MarketCases.all()
                .flatMap(market -> market.tests(market.operationCases(), each -> play(market.setUpFor(each), each)));
    }

    static void play(MarketCases market, ConformanceCase played) throws IOException {
        try (CannedGateway gateway = CannedGateway.start(market, played)) {
            Observed observed = market.market()
                    .play(
                            environment(market, played, gateway),
                            played.subject(),
                            played.given().getAsJsonObject("input"));
            assertRequests(market, played, gateway, observed);
            new Expectation(market, played, gateway.requests()).check(observed);
        }
    }

    static TestEnvironment environment(MarketCases market, ConformanceCase played, CannedGateway gateway) {
        Clock clock = ConformanceCase.text(played.given(), "at")
                .map(OffsetDateTime::parse)
                .map(at -> Clock.fixed(at.toInstant(), at.getOffset()))
                .orElseGet(Clock::systemUTC);
        OkHttpClient client = new OkHttpClient.Builder()
                .socketFactory(new LoopbackSockets(gateway.address().getPort()))
                .build();
        return new TestEnvironment(market.setup(), gateway.address(), KEYS.encryptionKey(), RETRIES, clock, client);
    }

    private static void assertRequests(
            MarketCases market, ConformanceCase played, CannedGateway gateway, Observed observed) {
        JsonObject expect = played.expect();
        int sent = gateway.requests().size();
        if (expect.has("requestsAtMost")) {
            int most = expect.get("requestsAtMost").getAsInt();
            assertTrue(
                    sent >= 1 && sent <= most,
                    () -> "sent " + sent + " times, at most " + most + " are allowed; the caller saw " + observed);
        } else {
            int expected = expect.get("requests").getAsInt();
            assertEquals(
                    expected,
                    sent,
                    () -> (expected == 0
                                    ? "the case wants it refused before it is sent, and it was sent; the caller saw "
                                    : "how often it was sent; the caller saw ")
                            + observed);
        }
        if (expect.has("tokens")) {
            assertEquals(expect.get("tokens").getAsInt(), gateway.tokenRequests(), "how many tokens were fetched");
        }
        for (int number = 1; number <= sent; number++) {
            assertRequest(market, played, gateway.requests().get(number - 1), number);
        }
    }

    private static void assertRequest(MarketCases market, ConformanceCase played, WireRequest sent, int number) {
        JsonObject expected = Optional.ofNullable(played.request()).orElseThrow();
        assertEquals(expected.get("method").getAsString(), sent.method());
        assertEquals(market.setup().base() + expected.get("path").getAsString(), sent.path());
        new Authorization(market, KEYS).check(played, sent, number);
        market.setup()
                .headers()
                .forEach((name, value) -> assertEquals(value, sent.headers().get(name), name));
        if (expected.has("port")) {
            String host = sent.headers().getOrDefault("host", "");
            assertTrue(host.endsWith(":" + expected.get("port").getAsInt()), () -> "sent to " + host);
        }
        assertContent(market, expected, sent);
    }

    private static void assertContent(MarketCases market, JsonObject expected, WireRequest sent) {
        if (expected.has("xml")) {
            assertEquals(
                    Optional.empty(), XmlMatch.difference(expected.get("xml").getAsString(), sent.body()));
        } else if (expected.has("body")) {
            assertEquals("application/json", sent.headers().get("content-type"));
            JsonElement body = JsonParser.parseString(sent.body());
            assertEquals(
                    List.of(),
                    JsonMatch.exact(
                            expected.get("body"),
                            body,
                            (name, text) -> KEYS.hides(market.setup().value(name), text)));
        } else {
            assertEquals("", sent.body());
            JsonObject query = new JsonObject();
            sent.query().forEach(query::addProperty);
            assertEquals(List.of(), JsonMatch.exact(expected.get("query"), query, (name, text) -> false));
        }
    }
}
