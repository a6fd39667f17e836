package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The money rules are written in the spec, so what the spec leaves out, no client can keep. */
class SpecExtensionsTest {

    private static final String ALL = "io.github.mpesasdk.conformance.MarketCases#all";
    private static final Set<String> EVIDENCE = Set.of("documented", "captured", "single-source", "inferred");
    private static final Set<String> EFFECTS = Set.of("money", "query", "setup", "session");
    private static final Pattern TELLING_NAME =
            Pattern.compile("(?i)msisdn|phone|party|password|credential|session|voucher|token|name|url");
    private static final Set<String> SHORT_CODES = Set.of("^\\d{5,7}$", "^[0-9]{5,6}$", "^([0-9A-Za-z]{4,12})$");
    // Ids that we choose ourselves, which only sound like a party; and the name of a business.
    private static final Pattern INNOCENT = Pattern.compile(
            "ThirdPartyTransID|ThirdPartyReference|(input|output)_(ThirdPartyConversationID|ThirdPartyReference)"
                    + "|ServiceProviderName");

    @ParameterizedTest
    @MethodSource(ALL)
    void everyOperationStatesItsMoneyRules(MarketCases market) {
        Spec spec = market.spec();
        Map<String, SpecOperation> operations = spec.operations();
        Set<String> schemas = spec.schemas().keySet();
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
                        () -> assertReference(operation),
                        () -> assertRepeats(operation),
                        () -> assertEvent(operation))));
    }

    private static void assertSuccess(SpecOperation operation) {
        JsonObject success = operation.definition().getAsJsonObject("x-success");
        String answer = acceptance(operation);
        Stream.of(
                        Stream.of(success.get("field").getAsString()),
                        ConformanceCase.text(success, "instead").stream(),
                        names(success, "beside"),
                        names(success, "traces"))
                .flatMap(fields -> fields)
                .forEach(field -> assertTrue(
                        properties(operation, answer).has(field),
                        () -> "x-success names " + field + ", which " + answer + " does not have"));
    }

    private static Stream<String> names(JsonObject object, String list) {
        return object.has(list)
                ? object.getAsJsonArray(list).asList().stream().map(JsonElement::getAsString)
                : Stream.empty();
    }

    /** The names of a callback are those of its decoded form, so only what they repeat can be looked up here. */
    private static void assertRepeats(SpecOperation operation) {
        JsonObject repeats = operation.definition().getAsJsonObject("x-repeats");
        if (repeats == null) {
            return;
        }
        assertTrue(Set.of("answer", "refusals", "callback").containsAll(repeats.keySet()), repeats::toString);
        pairs(repeats, "answer").forEach((field, repeated) -> {
            assertHas(operation, acceptance(operation), field);
            assertHas(operation, request(operation), repeated);
        });
        pairs(repeats, "callback").forEach((name, repeated) -> {
            String[] source = repeated.split("\\.", 2);
            assertTrue(Set.of("request", "answer").contains(source[0]), repeated);
            assertHas(operation, source[0].equals("request") ? request(operation) : acceptance(operation), source[1]);
        });
        assertTrue(
                pairs(repeats, "callback").isEmpty()
                        || !operation.definition().get("x-outcome").isJsonPrimitive(),
                "x-repeats speaks of a callback that never comes");
    }

    private static Map<String, String> pairs(JsonObject object, String field) {
        Map<String, String> pairs = new TreeMap<>();
        if (object.has(field)) {
            object.getAsJsonObject(field)
                    .entrySet()
                    .forEach(pair -> pairs.put(pair.getKey(), pair.getValue().getAsString()));
        }
        return pairs;
    }

    private static String request(SpecOperation operation) {
        return operation.requestSchema().orElseThrow();
    }

    private static void assertHas(SpecOperation operation, String schema, String field) {
        assertTrue(
                properties(operation, schema).has(field),
                () -> "x-repeats names " + field + ", which " + schema + " does not have");
    }

    /** The schema of the answer that accepts. */
    private static String acceptance(SpecOperation operation) {
        Map<String, String> schemas = operation.answerSchemas();
        return Optional.ofNullable(schemas.get("200"))
                .or(() -> Optional.ofNullable(schemas.get("201")))
                .orElseThrow();
    }

    private static void assertOutcome(SpecOperation operation, Set<String> operations, Set<String> schemas) {
        JsonElement outcome = operation.definition().get("x-outcome");
        if (outcome.isJsonPrimitive()) {
            assertEquals("sync", outcome.getAsString());
            return;
        }
        JsonObject later = outcome.getAsJsonObject();
        ConformanceCase.text(later, "answer")
                .ifPresent(field -> assertTrue(
                        properties(operation, acceptance(operation)).has(field),
                        "x-outcome names a field of the answer"));
        assertTrue(schemas.contains(later.get("callback").getAsString()), "the schema of the callback");
        ConformanceCase.text(later, "query")
                .ifPresent(query -> assertTrue(operations.contains(query), "the operation that asks"));
    }

    private static void assertReference(SpecOperation operation) {
        operation
                .extension("x-reference")
                .ifPresent(field -> assertTrue(
                        properties(operation, operation.requestSchema().orElseThrow())
                                .has(field),
                        "x-reference names a field of the request"));
    }

    private static void assertEvent(SpecOperation operation) {
        operation.event().ifPresent(event -> {
            assertEquals(operation.path(), "/" + event.get("id").getAsString(), "the path is the EventID");
            assertTrue(event.get("at").getAsString().startsWith("/"), "x-event says where it really goes");
            JsonArray dates = event.has("dates") ? event.getAsJsonArray("dates") : new JsonArray();
            dates.forEach(date -> assertTrue(
                    properties(operation, operation.requestSchema().orElseThrow())
                            .has(date.getAsString()),
                    "x-event names items of the request"));
        });
    }

    private static JsonObject properties(SpecOperation operation, String schema) {
        return operation.spec().schema(schema).getAsJsonObject("properties");
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyCallbackSaysHowSureWeAre(MarketCases market) {
        assertAll(market.spec().callbacks().values().stream()
                .map(callback -> () -> assertTrue(
                        EVIDENCE.contains(callback.extension("x-evidence").orElse("")), callback::id)));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everySchemaSaysHowSureWeAre(MarketCases market) {
        List<String> silent = market.spec().schemas().entrySet().stream()
                .filter(schema -> !EVIDENCE.contains(
                        ConformanceCase.text(schema.getValue(), "x-evidence").orElse("")))
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(List.of(), silent);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void whatIsSensitiveIsSecretOrPersonalOrTheGatewaysWords(MarketCases market) {
        Set<String> marks = new TreeSet<>();
        market.spec().everywhere("x-sensitive").forEach(mark -> marks.add(mark.getAsString()));
        marks.removeAll(Set.of("secret", "personal", "words"));
        assertEquals(Set.of(), marks);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void whatCouldNameAPersonOrOpenADoorIsSensitive(MarketCases market) {
        Sensitive sensitive = new Sensitive(market.spec());
        Set<String> open = new TreeSet<>();
        market.spec().schemas().forEach((name, schema) -> {
            if (!schema.has("properties") || schema.has("x-sensitive")) {
                return;
            }
            schema.getAsJsonObject("properties").entrySet().forEach(property -> {
                JsonObject definition = property.getValue().getAsJsonObject();
                if (TELLING_NAME.matcher(property.getKey()).find()
                        && !sensitive.isMarked(definition)
                        && !isShortCode(market.spec(), definition)
                        && !INNOCENT.matcher(property.getKey()).matches()) {
                    open.add(name + "." + property.getKey());
                }
            });
        });
        assertEquals(Set.of(), open, "properties that need x-sensitive, or a place among the innocent");
    }

    // A party that can only be a short code is on every till's sticker.
    private static boolean isShortCode(Spec spec, JsonObject property) {
        return ConformanceCase.text(spec.resolve(property), "pattern")
                .filter(SHORT_CODES::contains)
                .isPresent();
    }
}
