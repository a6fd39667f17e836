package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.cli.conformance.JsonMatch;
import io.github.mpesasdk.cli.conformance.XmlMatch;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Gives every callback case to the decoder, and to the receiver under an address of the kind that the case names. */
class CallbackCasesTest {

    private static final URI NOWHERE = URI.create("http://localhost:1");
    private static final TestKeys KEYS = new TestKeys();

    @TestFactory
    Stream<DynamicTest> cases() {
        return MarketCases.all().flatMap(market -> market.tests(market.callbackCases(), each -> play(market, each)));
    }

    private static void play(MarketCases market, ConformanceCase played) {
        String body = Payload.text(played.given()).orElseThrow();
        TestEnvironment environment = new TestEnvironment(
                market.setup(), NOWHERE, KEYS.encryptionKey(), RetryPolicy.NONE, Clock.systemUTC(), null);
        try (MarketUnderTest.Client client = market.market().open(environment)) {
            if (ConformanceCase.text(played.expect(), "error").isPresent()) {
                assertUnreadable(market, played, client, body);
            } else {
                assertReceived(market, played, client.receive(played.subject(), body), body);
            }
        }
    }

    private static void assertUnreadable(
            MarketCases market, ConformanceCase played, MarketUnderTest.Client client, String body) {
        assertRefused(market, played, body, () -> client.receive(played.subject(), body));
        Optional<String> kind = ConformanceCase.text(played.expect(), "kind");
        if (kind.isPresent()) {
            assertEquals(kind.get(), market.market().decode(body).kind());
        } else {
            assertRefused(market, played, body, () -> market.market().decode(body));
        }
    }

    private static void assertRefused(MarketCases market, ConformanceCase played, String body, Executable reading) {
        UnreadableBodyException refusal = assertThrows(UnreadableBodyException.class, reading);
        assertEquals(Optional.empty(), new Leaks(market, played).in(refusal));
        assertFalse(body.length() > 3 && String.valueOf(refusal.getMessage()).contains(body), "quotes the body");
    }

    private static void assertReceived(
            MarketCases market, ConformanceCase played, MarketUnderTest.Received received, String body) {
        assertNoLeak(market, played, received.text());
        JsonObject expected = played.expect().deepCopy();
        Optional.ofNullable(expected.remove("reply"))
                .ifPresent(reply -> assertEquals(reply, JsonParser.parseString(received.reply()), "the reply"));
        Optional.ofNullable(expected.remove("replyXml"))
                .ifPresent(reply -> assertEquals(
                        Optional.empty(), XmlMatch.difference(reply.getAsString(), received.reply()), "the reply"));
        if (received.kindByAddress().isPresent()) {
            // The decoder of a bare body does not know the address, so it cannot be asked.
            assertEquals(
                    expected.get("kind").getAsString(), received.kindByAddress().get());
            assertEquals("unknown", expected.get("outcome").getAsString());
        } else {
            Decoded decoded = market.market().decode(body);
            JsonElement absent = Optional.ofNullable(expected.remove("absent")).orElseGet(JsonArray::new);
            assertEquals(List.of(), JsonMatch.subset(expected, normalForm(decoded)));
            absent.getAsJsonArray()
                    .forEach(name -> assertFalse(
                            decoded.ids().containsKey(name.getAsString())
                                    || decoded.values().containsKey(name.getAsString()),
                            () -> name + " is absent"));
            assertNoLeak(market, played, decoded.toString());
        }
    }

    private static void assertNoLeak(MarketCases market, ConformanceCase played, String text) {
        Optional<String> leak = new Leaks(market, played).in(text);
        assertEquals(Optional.empty(), leak, () -> "shown in " + text);
    }

    private static JsonObject normalForm(Decoded decoded) {
        JsonObject form = new JsonObject();
        form.addProperty("kind", decoded.kind());
        form.addProperty("outcome", decoded.outcome().name().toLowerCase(Locale.ROOT));
        form.addProperty("resultCode", decoded.resultCode());
        form.addProperty("description", decoded.description());
        form.add("ids", new Gson().toJsonTree(decoded.ids()));
        form.add("values", new Gson().toJsonTree(decoded.values()));
        form.add("other", decoded.other());
        return form;
    }
}
