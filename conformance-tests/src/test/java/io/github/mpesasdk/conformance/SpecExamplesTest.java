package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * People copy examples, so they must be harmless. That they fit their schemas is checked before anything is generated.
 */
class SpecExamplesTest {

    @ParameterizedTest
    @MethodSource("io.github.mpesasdk.conformance.MarketCases#all")
    void noExampleLooksReal(MarketCases market) {
        SecretScan scan = SecretScan.ofCases();
        List<JsonElement> examples = market.spec().everywhere("examples");
        assertTrue(examples.size() > 5);
        assertEquals(
                List.of(),
                examples.stream()
                        .flatMap(example -> scan.findings(example).stream())
                        .toList());
    }
}
