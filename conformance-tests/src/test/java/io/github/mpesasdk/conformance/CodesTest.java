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
import org.junit.jupiter.api.Test;

/** The catalogue of codes must be sound: what it calls final decides whether a payment may be made again. */
class CodesTest {

    private static final Spec SPEC = Spec.read("daraja/openapi.yaml");
    private static final JsonObject CODES = Spec.read("daraja/codes.yaml").document();

    private static Stream<JsonObject> entries() {
        return Stream.of("x-errors", "x-results").flatMap(CodesTest::entries);
    }

    private static Stream<JsonObject> entries(String list) {
        return StreamSupport.stream(CODES.getAsJsonArray(list).spliterator(), false)
                .map(JsonElement::getAsJsonObject);
    }

    private static List<String> operations(JsonObject entry) {
        JsonArray operations = entry.has("operations") ? entry.getAsJsonArray("operations") : new JsonArray();
        return operations.asList().stream().map(JsonElement::getAsString).toList();
    }

    @Test
    void everyOperationOfACodeExists() {
        Set<String> known = new HashSet<>(SPEC.operations().keySet());
        known.addAll(SPEC.callbacks().keySet());
        Set<String> strangers = new TreeSet<>();
        entries().forEach(entry -> strangers.addAll(operations(entry)));
        strangers.removeAll(known);
        assertEquals(Set.of(), strangers);
    }

    @Test
    void noCodeIsExplainedTwice() {
        Set<String> seen = new HashSet<>();
        List<String> twice = Stream.of("x-errors", "x-results")
                .flatMap(list -> entries(list).flatMap(entry -> keys(list, entry)))
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
        return ConformanceCase.text(entry, "message").orElse("any message");
    }

    @Test
    void whatIsPendingIsNotFinal() {
        entries()
                .filter(entry -> entry.get("kind").getAsString().equals("pending"))
                .forEach(entry -> assertFalse(entry.get("final").getAsBoolean(), entry::toString));
    }

    @Test
    void everyEntrySaysWhatItMeansAndWhatToDo() {
        assertAll(entries().flatMap(entry -> Stream.of("meaning", "advice")
                .map(field ->
                        () -> assertTrue(entry.get(field).getAsString().endsWith("."), () -> field + " of " + entry))));
    }

    @Test
    void everyErrorThatTheSpecShowsIsInTheCatalogue() {
        Set<String> known = new HashSet<>();
        entries("x-errors").forEach(entry -> known.add(entry.get("code").getAsString()));
        Set<String> unknown = new TreeSet<>();
        SPEC.everywhere("errorCode").stream()
                .filter(JsonElement::isJsonPrimitive)
                .forEach(code -> unknown.add(code.getAsString()));
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown);
    }
}
