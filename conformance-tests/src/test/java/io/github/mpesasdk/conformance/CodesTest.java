package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/**
 * A code that an example shows must be explained. The rest of the catalogue is checked before anything is generated.
 */
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
    private static final List<String> TABLES = List.of("x-errors", "x-acknowledgements", "x-results", "x-statuses");

    private static Stream<JsonObject> entries(MarketCases market) {
        return TABLES.stream().flatMap(list -> entries(market, list));
    }

    private static Stream<JsonObject> entries(MarketCases market, String list) {
        JsonObject codes = Spec.read(market.setup().api() + "/codes.yaml").document();
        JsonArray table = codes.has(list) ? codes.getAsJsonArray(list) : new JsonArray();
        return StreamSupport.stream(table.spliterator(), false).map(JsonElement::getAsJsonObject);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyCodeThatTheSpecShowsIsInTheCatalogue(MarketCases market) {
        Set<String> known = new HashSet<>();
        entries(market).forEach(entry -> known.add(entry.get("code").getAsString()));
        Set<String> unknown = new TreeSet<>();
        CODE_FIELDS.stream()
                .flatMap(field -> market.spec().everywhere(field).stream())
                .filter(JsonElement::isJsonPrimitive)
                .forEach(code -> unknown.add(code.getAsString()));
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown);
    }
}
