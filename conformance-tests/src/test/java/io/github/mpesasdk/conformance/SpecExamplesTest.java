package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** People copy examples, so they must be right, and harmless. */
class SpecExamplesTest {

    @TestFactory
    Stream<DynamicTest> examples() {
        return MarketCases.all().flatMap(SpecExamplesTest::examples);
    }

    private static Stream<DynamicTest> examples(MarketCases market) {
        PayloadCheck check = new PayloadCheck(market.spec());
        return market.spec().everywhere("application/json").stream()
                .map(JsonElement::getAsJsonObject)
                .filter(media -> media.has("examples"))
                .flatMap(media -> media.getAsJsonObject("examples").entrySet().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                market + " " + schema(media) + " " + example.getKey(),
                                () -> assertMatches(check, example.getValue().getAsJsonObject(), schema(media)))));
    }

    private static String schema(JsonObject media) {
        return String.valueOf(Spec.referredName(media.get("schema")));
    }

    private static void assertMatches(PayloadCheck check, JsonObject example, String schema) {
        assertEquals(List.of(), check.objections(example.get("value"), schema));
        assertEquals(List.of(), SecretScan.ofCases().findings(example.get("value")));
    }

    @Test
    void thereAreSome() {
        assertTrue(examples().count() > 60);
    }
}
