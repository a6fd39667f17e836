package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The money rules are written in the spec, so what the spec leaves out, no client can keep. */
class SpecExtensionsTest {

    private static final Spec SPEC = Spec.read("daraja/openapi.yaml");
    private static final Set<String> EVIDENCE = Set.of("documented", "captured", "single-source", "inferred");
    private static final Set<String> EFFECTS = Set.of("money", "query", "setup", "session");
    private static final Pattern TELLING_NAME =
            Pattern.compile("(?i)msisdn|phone|party|password|credential|token|name|url");
    private static final String SHORT_CODE = "^\\d{5,7}$";
    // An id that we choose ourselves; it only sounds like a party.
    private static final Set<String> INNOCENT = Set.of("ThirdPartyTransID");

    @Test
    void everyOperationStatesItsMoneyRules() {
        Map<String, SpecOperation> operations = SPEC.operations();
        Set<String> schemas = SPEC.schemas().keySet();
        assertAll(operations.values().stream()
                .map(operation -> () -> assertAll(
                        operation.id(),
                        () -> assertTrue(
                                EFFECTS.contains(operation.extension("x-effect").orElse("")), "x-effect"),
                        () -> assertTrue(
                                EVIDENCE.contains(
                                        operation.extension("x-evidence").orElse("")),
                                "x-evidence"),
                        () -> assertSuccess(operation),
                        () -> assertOutcome(operation, operations.keySet(), schemas),
                        () -> assertReference(operation))));
    }

    private static void assertSuccess(SpecOperation operation) {
        JsonObject success = operation.definition().getAsJsonObject("x-success");
        String answer = operation.answerSchema(200);
        assertTrue(
                properties(answer).has(success.get("field").getAsString()),
                () -> "x-success names a field that " + answer + " does not have");
    }

    private static void assertOutcome(SpecOperation operation, Set<String> operations, Set<String> schemas) {
        JsonElement outcome = operation.definition().get("x-outcome");
        if (outcome.isJsonPrimitive()) {
            assertEquals("sync", outcome.getAsString());
            return;
        }
        JsonObject later = outcome.getAsJsonObject();
        assertTrue(schemas.contains(later.get("callback").getAsString()), "the schema of the callback");
        ConformanceCase.text(later, "query")
                .ifPresent(query -> assertTrue(operations.contains(query), "the operation that asks"));
    }

    private static void assertReference(SpecOperation operation) {
        operation
                .extension("x-reference")
                .ifPresent(field -> assertTrue(
                        properties(operation.requestSchema()).has(field), "x-reference names a field of the request"));
    }

    private static JsonObject properties(String schema) {
        return SPEC.schema(schema).getAsJsonObject("properties");
    }

    @Test
    void everyCallbackSaysHowSureWeAre() {
        assertAll(SPEC.callbacks().values().stream()
                .map(callback -> () -> assertTrue(
                        EVIDENCE.contains(callback.extension("x-evidence").orElse("")), callback::id)));
    }

    @Test
    void everySchemaSaysHowSureWeAre() {
        List<String> silent = SPEC.schemas().entrySet().stream()
                .filter(schema -> !EVIDENCE.contains(
                        ConformanceCase.text(schema.getValue(), "x-evidence").orElse("")))
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(List.of(), silent);
    }

    @Test
    void whatCouldNameAPersonOrOpenADoorIsSensitive() {
        Sensitive sensitive = new Sensitive(SPEC);
        Set<String> open = new TreeSet<>();
        SPEC.schemas().forEach((name, schema) -> {
            if (!schema.has("properties") || schema.has("x-sensitive")) {
                return;
            }
            schema.getAsJsonObject("properties").entrySet().forEach(property -> {
                JsonObject definition = property.getValue().getAsJsonObject();
                if (TELLING_NAME.matcher(property.getKey()).find()
                        && !sensitive.isMarked(definition)
                        && !isShortCode(definition)
                        && !INNOCENT.contains(property.getKey())) {
                    open.add(name + "." + property.getKey());
                }
            });
        });
        assertEquals(Set.of(), open, "properties that need x-sensitive, or a place among the innocent");
    }

    // A party that can only be a short code is on every till's sticker.
    private static boolean isShortCode(JsonObject property) {
        return ConformanceCase.text(SPEC.resolve(property), "pattern")
                .filter(SHORT_CODE::equals)
                .isPresent();
    }
}
