package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of codes must be sound: what it calls final decides whether a payment may be made again. */
class CodesTest {

    private static final String ALL = "io.github.mpesasdk.conformance.MarketCases#all";
    private static final List<String> TABLES = List.of("x-errors", "x-acknowledgements", "x-results", "x-statuses");
    // The fields of answers and callbacks that hold codes.
    private static final List<String> CODE_FIELDS = List.of(
            "faultcode",
            "errorCode",
            "output_ResponseCode",
            "output_ResultCode",
            "input_ResultCode",
            "input_ResponseCode");

    private static Stream<JsonObject> entries(MarketCases market) {
        return TABLES.stream().flatMap(list -> entries(market, list));
    }

    private static Stream<JsonObject> entries(MarketCases market, String list) {
        JsonObject codes = Spec.read(market.setup().api() + "/codes.yaml").document();
        JsonArray entries = codes.has(list) ? codes.getAsJsonArray(list) : new JsonArray();
        return StreamSupport.stream(entries.spliterator(), false).map(JsonElement::getAsJsonObject);
    }

    private static List<String> operations(JsonObject entry) {
        JsonArray operations = entry.has("operations") ? entry.getAsJsonArray("operations") : new JsonArray();
        return operations.asList().stream().map(JsonElement::getAsString).toList();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyOperationOfACodeExists(MarketCases market) {
        Set<String> known = new HashSet<>(market.spec().operations().keySet());
        known.addAll(market.spec().callbacks().keySet());
        Set<String> strangers = new TreeSet<>();
        entries(market).forEach(entry -> strangers.addAll(operations(entry)));
        strangers.removeAll(known);
        assertEquals(Set.of(), strangers);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void noCodeIsExplainedTwice(MarketCases market) {
        Set<String> seen = new HashSet<>();
        List<String> twice = TABLES.stream()
                .flatMap(list -> entries(market, list).flatMap(entry -> keys(list, entry)))
                .filter(key -> !seen.add(key))
                .toList();
        assertEquals(List.of(), twice);
    }

    /** What an entry is looked up by, once for each operation. The status matters only where there is no code. */
    private static Stream<String> keys(String list, JsonObject entry) {
        String code = entry.get("code").getAsString();
        String key = String.join(" ", list, code.isEmpty() ? "status " + entry.get("http") : code, message(entry));
        List<String> operations = operations(entry).isEmpty() ? List.of("any") : operations(entry);
        return operations.stream().map(operation -> operation + " " + key);
    }

    private static String message(JsonObject entry) {
        return ConformanceCase.text(entry, "words")
                .map(words -> "exactly " + words)
                .or(() -> ConformanceCase.text(entry, "message"))
                .orElse("any message");
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void whatIsPendingIsNotFinal(MarketCases market) {
        entries(market)
                .filter(entry -> entry.get("kind").getAsString().equals("pending"))
                .forEach(entry -> assertFalse(entry.get("final").getAsBoolean(), entry::toString));
    }

    /** A client sends the request once more on such an entry, so it must be certain and cannot be met by chance. */
    @ParameterizedTest
    @MethodSource(ALL)
    void whatSendsARequestAgainIsFinalExactAndWasSeen(MarketCases market) {
        entries(market)
                .filter(entry -> entry.get("kind").getAsString().equals("token"))
                .forEach(entry -> {
                    assertTrue(entry.get("final").getAsBoolean(), entry::toString);
                    String evidence = entry.get("evidence").getAsString();
                    assertTrue(Set.of("documented", "captured").contains(evidence), entry::toString);
                    boolean isExact = entry.has("words")
                            || !entry.get("code").getAsString().isEmpty();
                    assertTrue(isExact, entry::toString);
                });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyEntrySaysWhatItMeansAndWhatToDo(MarketCases market) {
        assertAll(entries(market).flatMap(entry -> Stream.of("meaning", "advice")
                .map(field ->
                        () -> assertTrue(entry.get(field).getAsString().endsWith("."), () -> field + " of " + entry))));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyCodeThatTheSpecShowsIsInTheCatalogue(MarketCases market) {
        Set<String> known = new HashSet<>();
        entries(market).forEach(entry -> known.add(entry.get("code").getAsString()));
        Set<String> unknown = new TreeSet<>();
        Stream<JsonElement> shown = CODE_FIELDS.stream()
                .flatMap(field -> market.spec().everywhere(field).stream())
                .filter(JsonElement::isJsonPrimitive);
        Stream<JsonElement> listed =
                market.spec().everywhere("x-codes").stream().flatMap(codes -> codes.getAsJsonArray().asList().stream());
        Stream.concat(shown, listed).forEach(code -> unknown.add(code.getAsString()));
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown);
    }
}
