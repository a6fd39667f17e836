package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.UnreadableBodyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Plays every body of a gateway that others have published, where they lie beside the checkout or where
 * {@code -Dbodies} says: recordings, samples and field reports. If you know the fact behind a code, an answer or a
 * callback must not be told that it is unknown. They are not committed: they belong to others.
 */
class KnownBodiesTest {

    private static final Path BODIES = Path.of(System.getProperty(
            "bodies", Checkout.root().resolve("../shared/samples").toString()));
    private static final Gson AS_PRINTED =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();
    private static final Pattern MARKET_IN_PATH = Pattern.compile("/ipg/v2/(\\w+)/");
    private static final Pattern SENT_BY_US = Pattern.compile(
            "(?!confirmation|validation|callback\\.|response)(.*-)?(request|ack)([-.].*)?|callback\\.reply\\.json");
    private static final Map<String, String> MARKETS = Map.of(
            "daraja", "kenya",
            "vodacom-openapi", "vodacom",
            "mozambique", "mozambique",
            "drc", "drc");

    @TestFactory
    Stream<DynamicTest> recordings() throws IOException {
        return files("recorded", file -> file.toString().endsWith(".json"))
                .filter(file -> !KnownExceptions.isOfAnotherProduct(relative(file)))
                .map(file -> test(file, KnownBodiesTest::playRecording));
    }

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        return MARKETS.keySet().stream()
                .sorted()
                .flatMap(folder -> files(folder, KnownBodiesTest::isFromTheGateway))
                .filter(file -> !KnownExceptions.isOfAnotherProduct(relative(file)))
                .map(file -> test(file, KnownBodiesTest::playSample));
    }

    @TestFactory
    Stream<DynamicTest> fieldReports() throws IOException {
        return files("field-reports", file -> file.getFileName().toString().matches("(expected.*|client)\\.json"))
                .map(file -> test(file, KnownBodiesTest::playReport));
    }

    private static Stream<Path> files(String folder, Predicate<Path> chosen) {
        Path root = BODIES.resolve(folder);
        Assumptions.assumeTrue(Files.isDirectory(root), () -> "skipped: there are no bodies of others in " + root);
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> found = all.filter(file -> Files.isRegularFile(file) && chosen.test(file))
                    .sorted()
                    .toList();
            assertFalse(found.isEmpty());
            return found.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DynamicTest test(Path file, ThrowingConsumer<Path> play) {
        String name = relative(file);
        return DynamicTest.dynamicTest(
                name,
                () -> assertAll(name, () -> {
                    Optional<String> reason = KnownExceptions.reason(name);
                    if (reason.isPresent()) {
                        assertThrows(
                                Throwable.class,
                                () -> play.accept(file),
                                () -> "known now, in spite of: " + reason.get());
                    } else {
                        play.accept(file);
                    }
                }));
    }

    private static void playRecording(Path file) throws IOException {
        JsonObject recording = json(file);
        MarketCases market = MarketCases.of(relative(file).split("/", -1)[1]);
        JsonElement callback = recording.get("callback");
        if (callback instanceof JsonArray several) {
            several.forEach(each -> assertKnown(market, each.toString()));
        } else if (callback != null && callback.isJsonObject()) {
            assertKnown(market, callback.toString());
        }
        if (recording.get("response") instanceof JsonObject response) {
            if (response.get("body") instanceof JsonObject body) {
                assertKnown(market, body.toString());
            }
            playAnswer(market, recording, response);
        }
    }

    private static void playAnswer(MarketCases market, JsonObject recording, JsonObject response) throws IOException {
        if (!(recording.get("request") instanceof JsonObject request) || !request.has("path")) {
            return;
        }
        PlayedAnswers answers = new PlayedAnswers(market);
        String path = request.get("path").getAsString();
        Optional<SpecOperation> operation =
                answers.operation(request.get("method").getAsString(), path);
        if (operation.isEmpty()) {
            // Another product: decoding its answer is all that can be asked for.
            return;
        }
        Matcher other = MARKET_IN_PATH.matcher(path);
        JsonObject answer = new JsonObject();
        JsonElement status = response.get("status");
        JsonElement body = response.get("body");
        boolean isAccepted = !(body instanceof JsonObject object) || !(object.has("fault") || object.has("Envelope"));
        answer.addProperty("status", status.isJsonNull() ? (isAccepted ? 200 : 500) : status.getAsInt());
        answer.add(body.isJsonObject() ? "body" : "text", body);
        Observed observed = answers.play(
                operation.get().id(), other.find() ? Optional.of(other.group(1)) : Optional.empty(), List.of(answer));
        MpesaException error = observed.error();
        if (error == null) {
            return;
        }
        Code code = error.code().orElse(null);
        assertTrue(code == null || code.isKnown(), error::getMessage);
        assertTrue(code != null || !(error instanceof NoAnswerException), error::getMessage);
    }

    private static void playSample(Path file) throws IOException {
        String folder = BODIES.relativize(file).getName(0).toString();
        MarketCases market = MarketCases.of(Objects.requireNonNull(MARKETS.get(folder)));
        String body = Files.readString(file);
        if (name(file).endsWith(".txt") && !body.startsWith("{")) {
            // A page of a proxy, or a description of an empty body.
            assertThrows(UnreadableBodyException.class, () -> market.market().decode(body));
        } else {
            assertKnown(market, body);
        }
    }

    private static boolean isFromTheGateway(Path file) {
        String name = name(file);
        boolean isBody = name.matches(".*\\.(json|xml|txt)") && !name.matches("index\\.json");
        // Tables about an API stand above the folders of its operations.
        boolean isTable = name.matches("fields\\.json|markets\\.json|response-codes\\.json|sandbox-matrix\\.json");
        return isBody && !isTable && !SENT_BY_US.matcher(name).matches();
    }

    private static void playReport(Path file) throws IOException {
        JsonObject report = json(file);
        if (name(file).equals("client.json")) {
            playClient(report);
        } else {
            decode(
                    report,
                    Files.readString(file.resolveSibling(report.get("file").getAsString())));
        }
    }

    private static void decode(JsonObject expected, String body) {
        MarketCases market = market(expected.get("market").getAsString());
        String outcome = expected.get("outcome").getAsString();
        if (outcome.equals("EXIT1")) {
            assertThrows(UnreadableBodyException.class, () -> market.market().decode(body));
            return;
        }
        Decoded decoded = market.market().decode(body);
        assertEquals(outcome, decoded.outcome().name().toLowerCase(Locale.ROOT), decoded::toString);
        JsonElement code = expected.get("resultCode");
        if (!code.isJsonNull()) {
            assertEquals(code.getAsString(), decoded.resultCode());
        }
        String printed = AS_PRINTED.toJson(decoded.toJson());
        expected.getAsJsonArray("values")
                .forEach(value -> assertTrue(printed.contains(value.getAsString()), () -> value + " in " + printed));
    }

    private static void playClient(JsonObject report) throws IOException {
        List<JsonObject> answers = report.getAsJsonArray("answers").asList().stream()
                .map(KnownBodiesTest::answer)
                .toList();
        Observed observed = new PlayedAnswers(market(report.get("market").getAsString()))
                .play(report.get("operation").getAsString(), Optional.empty(), answers);
        JsonObject expected = report.getAsJsonObject("expected");
        MpesaException error = observed.error();
        assertNotNull(error, observed::toString);
        List<String> allowed = Arrays.asList(expected.get("error")
                .getAsString()
                .replace("unknownOutcome", "unknown")
                .replace("noAnswer", "no-answer")
                .split(" or ", -1));
        assertTrue(allowed.contains(Observed.errorWord(error)), observed::toString);
        String message = String.valueOf(error.getMessage());
        texts(expected, "messageContains").forEach(part -> assertTrue(message.contains(part), message));
        texts(expected, "messageMustNotContain").forEach(part -> assertFalse(message.contains(part), message));
    }

    private static JsonObject answer(JsonElement written) {
        JsonObject answer = written.getAsJsonObject().deepCopy();
        String body = answer.remove("body").getAsString();
        if (answer.getAsJsonObject("headers").get("Content-Encoding") instanceof JsonPrimitive) {
            // It was written down after it had been unpacked.
            answer.getAsJsonObject("headers").remove("Content-Encoding");
        }
        if (body.startsWith("{")) {
            answer.add("body", JsonParser.parseString(body));
        } else {
            answer.addProperty("text", body);
        }
        return answer;
    }

    /** Fails on a body that is taken for none of the market's, and on a code that no table has. */
    private static void assertKnown(MarketCases market, String body) {
        Decoded decoded = market.market().decode(body);
        String code = decoded.resultCode();
        if (code == null || code.isEmpty() || code.matches("0+")) {
            return;
        }
        JsonObject tables = Spec.read(market.setup().api() + "/codes.yaml").document();
        boolean isKnown = tables.entrySet().stream()
                .filter(table -> table.getKey().startsWith("x-"))
                .flatMap(table -> table.getValue().getAsJsonArray().asList().stream())
                .anyMatch(
                        entry -> code.equals(entry.getAsJsonObject().get("code").getAsString()));
        assertTrue(isKnown, () -> code + " is not in the catalogue: " + decoded);
    }

    private static MarketCases market(String name) {
        boolean isOpenApi = List.of("tanzania", "ghana", "lesotho").contains(name);
        return MarketCases.of(isOpenApi ? "vodacom" : name);
    }

    private static List<String> texts(JsonObject holder, String name) {
        return holder.has(name)
                ? holder.getAsJsonArray(name).asList().stream()
                        .map(JsonElement::getAsString)
                        .toList()
                : List.of();
    }

    private static JsonObject json(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    private static String relative(Path file) {
        return BODIES.relativize(file).toString();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
