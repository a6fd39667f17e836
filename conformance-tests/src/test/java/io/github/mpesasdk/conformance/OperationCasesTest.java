package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.core.transport.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays every operation case: sends its input through the SDK, over a real socket, and compares all that happens. */
class OperationCasesTest {

    private static final Spec SPEC = Spec.read("daraja/openapi.yaml");
    private static final Setup SETUP = Setup.ofMarket("kenya");
    private static final TestKeys KEYS = new TestKeys();
    // Impatient, for the cases are about what is asked again, not about when.
    private static final RetryPolicy RETRIES = new RetryPolicy(3, Duration.ofMillis(2), Duration.ofSeconds(1));

    @TestFactory
    Stream<DynamicTest> cases() {
        return ConformanceCase.ofMarket("kenya").stream()
                .filter(each -> !each.isCallback())
                .map(each ->
                        DynamicTest.dynamicTest(each.toString(), () -> assertAll(each.toString(), () -> play(each))));
    }

    static void play(ConformanceCase played) throws IOException {
        try (CannedGateway gateway = CannedGateway.start(played)) {
            Player player = player(gateway.address());
            Clock clock = ConformanceCase.text(played.given(), "at")
                    .map(OffsetDateTime::parse)
                    .map(at -> Clock.fixed(at.toInstant(), at.getOffset()))
                    .orElseGet(Clock::systemUTC);
            Observed observed = player.play(played.subject(), played.given().getAsJsonObject("input"), clock);
            assertRequests(played, gateway);
            new Expectation(SPEC, played).check(observed);
        }
    }

    private static Player player(URI gateway) {
        return new Player(SETUP, gateway, KEYS.encryptionKey(), RETRIES, null);
    }

    private static void assertRequests(ConformanceCase played, CannedGateway gateway) {
        JsonObject expect = played.expect();
        int sent = gateway.requests().size();
        if (expect.has("requestsAtMost")) {
            int most = expect.get("requestsAtMost").getAsInt();
            assertTrue(sent >= 1 && sent <= most, "sent " + sent + " times, at most " + most + " are allowed");
        } else {
            assertEquals(expect.get("requests").getAsInt(), sent, "how often it was sent");
        }
        if (expect.has("tokens")) {
            assertEquals(expect.get("tokens").getAsInt(), gateway.tokenRequests(), "how many tokens were fetched");
        }
        for (int number = 1; number <= sent; number++) {
            assertRequest(played, gateway.requests().get(number - 1), number);
        }
    }

    private static void assertRequest(ConformanceCase played, WireRequest sent, int number) {
        JsonObject expected = Optional.ofNullable(played.request()).orElseThrow();
        assertEquals(expected.get("method").getAsString(), sent.method());
        assertEquals(expected.get("path").getAsString(), sent.path());
        assertEquals(authorization(played, expected, number), sent.headers().get("authorization"));
        if (expected.has("body")) {
            assertEquals("application/json", sent.headers().get("content-type"));
            JsonElement body = JsonParser.parseString(sent.body());
            assertEquals(List.of(), JsonMatch.exact(expected.get("body"), body, OperationCasesTest::hides));
        } else {
            assertEquals("", sent.body());
            assertEquals(queryOf(expected), sent.query());
        }
    }

    private static Map<String, String> queryOf(JsonObject expected) {
        Map<String, String> query = new TreeMap<>();
        expected.getAsJsonObject("query")
                .entrySet()
                .forEach(parameter ->
                        query.put(parameter.getKey(), parameter.getValue().getAsString()));
        return query;
    }

    /** Basic for the token; for the rest, the newest token after a rejection and the first one otherwise. */
    private static String authorization(ConformanceCase played, JsonObject expected, int number) {
        if (expected.get("method").getAsString().equals("GET")) {
            byte[] credential = (SETUP.consumerKey() + ":" + SETUP.consumerSecret()).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(credential);
        }
        boolean renewed = played.expect().has("tokens");
        return "Bearer " + CannedGateway.tokenNumber(renewed ? number : 1);
    }

    private static boolean hides(String secret, String encrypted) {
        return secret.equals("initiatorPassword") && KEYS.hides(SETUP.initiatorPassword(), encrypted);
    }
}
