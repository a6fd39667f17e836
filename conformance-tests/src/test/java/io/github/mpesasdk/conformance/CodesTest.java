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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of codes must be sound: what it calls final decides whether a payment may be made again. */
class CodesTest {

    private static final String ALL = "io.github.mpesasdk.conformance.MarketCases#all";
    // The fields of answers and callbacks that hold codes.
    private static final List<String> CODE_FIELDS = List.of(
            "faultcode",
            "errorcode",
            "errorCode",
            "output_ResponseCode",
            "output_ResultCode",
            "input_ResultCode",
            "input_ResponseCode");
    private static final String ERRORS = "x-errors";
    private static final String ACKNOWLEDGEMENTS = "x-acknowledgements";
    private static final String STATUSES = "x-statuses";
    private static final List<String> TABLES = List.of(ERRORS, ACKNOWLEDGEMENTS, "x-results", STATUSES);
    // "N/A" is one of them.
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z/ ]*");
    private static final Set<String> SHOWN_BY_OTHERS = Set.of("documented", "captured");

    private static Stream<JsonObject> entries(MarketCases market) {
        return TABLES.stream().flatMap(list -> entries(market, list));
    }

    private static Stream<JsonObject> entries(MarketCases market, String list) {
        JsonObject codes = Spec.read(market.setup().api() + "/codes.yaml").document();
        JsonArray table = codes.has(list) ? codes.getAsJsonArray(list) : new JsonArray();
        return StreamSupport.stream(table.spliterator(), false).map(JsonElement::getAsJsonObject);
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
        return ConformanceCase.text(entry, "message").orElse("any message")
                + ConformanceCase.text(entry, "words")
                        .map(words -> " just " + words)
                        .orElse("");
    }

    /** A rejected token sends the request once more, a payment too: such an entry must leave no doubt. */
    @ParameterizedTest
    @MethodSource(ALL)
    void aRejectedTokenIsKnownForCertain(MarketCases market) {
        assertAll(entries(market)
                .filter(entry -> kind(entry).equals("token"))
                .map(entry -> () -> assertAll(
                        entry.toString(),
                        () -> assertTrue(isFinal(entry), "final"),
                        () -> assertTrue(
                                SHOWN_BY_OTHERS.contains(entry.get("evidence").getAsString()), "evidence"),
                        () -> assertTrue(
                                !entry.get("code").getAsString().isEmpty() || entry.has("words"),
                                "a code, or the whole words"),
                        () -> assertFalse(entry.has("message"), "not a part of the words"),
                        () -> assertTrue(
                                entry.has("http") || !mayBeOfAPayment(market, entry), "the status it comes with"))));
        assertEquals(
                List.of(),
                TABLES.stream()
                        .filter(table -> !table.equals(ERRORS))
                        .flatMap(table -> entries(market, table))
                        .filter(entry -> kind(entry).equals("token"))
                        .toList(),
                "only an error speaks of the token");
    }

    /** A request that moves money was accepted, or nothing is known: its acknowledgement refuses nothing. */
    @ParameterizedTest
    @MethodSource(ALL)
    void noAcknowledgementOfAPaymentIsFinal(MarketCases market) {
        List<JsonObject> certain = entries(market, ACKNOWLEDGEMENTS)
                .filter(CodesTest::isFinal)
                .filter(entry -> mayBeOfAPayment(market, entry))
                .toList();
        assertEquals(List.of(), certain);
    }

    private static boolean mayBeOfAPayment(MarketCases market, JsonObject entry) {
        List<String> operations = operations(entry);
        return operations.isEmpty()
                || market.spec().operations().values().stream()
                        .filter(operation -> operation.extension("x-effect").equals(Optional.of("money")))
                        .anyMatch(operation -> operations.contains(operation.id()));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aStatusIsAWordAndNothingElse(MarketCases market) {
        assertAll(entries(market, STATUSES)
                .map(entry -> () -> assertAll(
                        entry.toString(),
                        () -> assertTrue(
                                WORD.matcher(entry.get("code").getAsString()).matches(), "a word"),
                        () -> assertFalse(
                                entry.has("message") || entry.has("words") || entry.has("http"), "nothing beside it"),
                        () -> assertFalse(operations(entry).isEmpty(), "the operation that asks"))));
    }

    private static String kind(JsonObject entry) {
        return entry.get("kind").getAsString();
    }

    private static boolean isFinal(JsonObject entry) {
        return entry.get("final").getAsBoolean();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void whatIsPendingIsNotFinal(MarketCases market) {
        entries(market)
                .filter(entry -> kind(entry).equals("pending"))
                .forEach(entry -> assertFalse(isFinal(entry), entry::toString));
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
