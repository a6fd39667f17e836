package io.github.mpesasdk.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.crypto.PublicKeys;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Shows {@code mpesa conformance} what the SDK does: {@code SdkRunner <market>}. */
final class SdkRunner {

    private static final RetryPolicy RETRIES = new RetryPolicy(3, Duration.ofMillis(2), Duration.ofSeconds(1));

    private static final TestKeys KEYS = new TestKeys();

    private final MarketUnderTest market;
    private final Setup setup;

    private SdkRunner(String name) {
        market = Markets.ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        setup = Setup.ofMarket(name);
    }

    public static void main(String[] words) throws Exception {
        SdkRunner runner = new SdkRunner(words[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonObject question = JsonParser.parseString(line).getAsJsonObject();
            out.println(runner.seen(question));
        }
    }

    private JsonObject seen(JsonObject question) {
        if (question.has("needs") && question.get("needs").toString().contains("live-session")) {
            return leftOut("the sandbox cannot be told what it answers to the question that proves a session");
        }
        return question.has("callback") ? received(question) : called(question);
    }

    private JsonObject called(JsonObject question) {
        JsonObject credentials = question.getAsJsonObject("credentials");
        URI gateway = URI.create(question.get("baseUrl").getAsString());
        Clock clock = ConformanceCase.text(question, "at")
                .map(OffsetDateTime::parse)
                .map(at -> Clock.fixed(at.toInstant(), at.getOffset()))
                .orElseGet(Clock::systemUTC);
        TestEnvironment environment = new TestEnvironment(
                setup.with(credentials),
                gateway,
                PublicKeys.read(credentials.get("publicKey").getAsString()),
                RETRIES,
                clock,
                new OkHttpClient.Builder()
                        .socketFactory(new LoopbackSockets(gateway.getPort()))
                        .build());
        Observed observed =
                market.play(environment, question.get("operation").getAsString(), question.getAsJsonObject("input"));
        if (observed.error() != null) {
            return seen(observed.error());
        }
        JsonObject seen = new JsonObject();
        seen.add("returned", observed.returned());
        seen.addProperty("outcome", outcome(observed.returned()));
        return seen;
    }

    /** What an answer says of a payment; the DRC's are XML before they are returned, and promise a callback. */
    private String outcome(@Nullable JsonObject returned) {
        try {
            return market.name().equals("drc") ? "pending" : outcome(market.decode(String.valueOf(returned)));
        } catch (UnreadableBodyException noPayment) {
            return "none";
        }
    }

    private static JsonObject seen(MpesaException error) {
        JsonObject seen = new JsonObject();
        seen.addProperty("error", Observed.errorWord(error));
        seen.addProperty("message", error.getMessage());
        error.code().ifPresent(code -> {
            seen.addProperty("code", code.value());
            seen.addProperty("kind", code.kind().name().toLowerCase(Locale.ROOT));
        });
        error.incident().reference().ifPresent(reference -> {
            seen.addProperty("referenceField", reference.field());
            seen.addProperty("reference", reference.value());
        });
        if (error instanceof InvalidInputException invalid) {
            JsonArray fields = new JsonArray();
            invalid.violations().stream()
                    .flatMap(violation -> Arrays.stream(violation.wireName().split(" or ", -1)))
                    .distinct()
                    .forEach(fields::add);
            seen.add("fields", fields);
        }
        return seen;
    }

    private JsonObject received(JsonObject question) {
        String body = question.get("body").getAsString();
        TestEnvironment environment = new TestEnvironment(
                setup,
                URI.create("http://localhost:1"),
                KEYS.encryptionKey(),
                RetryPolicy.NONE,
                Clock.systemUTC(),
                null);
        try (MarketUnderTest.Client client = market.open(environment)) {
            MarketUnderTest.Received received =
                    client.receive(question.get("callback").getAsString(), body);
            if (received.kindByAddress().isPresent()) {
                return leftOut("the decoder of a bare body does not know the address");
            }
            JsonObject seen = market.decode(body).toJson().deepCopy();
            seen.addProperty("outcome", outcome(market.decode(body)));
            seen.addProperty("reply", received.reply());
            return seen;
        } catch (UnreadableBodyException refused) {
            JsonObject seen = new JsonObject();
            seen.addProperty("error", "unreadable");
            try {
                seen.addProperty("kind", market.decode(body).kind());
            } catch (UnreadableBodyException unknown) {
                // It is no body of the gateway at all.
            }
            return seen;
        }
    }

    private static JsonObject leftOut(String why) {
        JsonObject seen = new JsonObject();
        seen.addProperty("leftOut", why);
        return seen;
    }

    private static String outcome(Decoded decoded) {
        return decoded.outcome().name().toLowerCase(Locale.ROOT);
    }
}
