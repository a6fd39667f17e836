package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people write of cases: short ones, the matrix, and the table of operations that the full ones are made with. */
class WrittenCasesTest {

    private static final String ALL = "io.github.mpesasdk.conformance.MarketCases#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void everyFileHasTheDocumentedForm(MarketCases market) throws IOException {
        Path folder = Checkout.cases().resolve(market.market().name());
        assertForm(CaseForm.OPERATIONS, folder.resolve("operations.json"));
        assertForm(CaseForm.MATRIX, folder.resolve("matrix.json"));
        try (Stream<Path> files = Files.walk(folder, 2)) {
            assertAll(files.filter(file -> !folder.equals(file.getParent())
                            && file.getFileName().toString().endsWith(".json"))
                    .map(file -> (Executable) () -> assertForm(CaseForm.SHORT_CASE, file)));
        }
    }

    private static void assertForm(CaseForm form, Path file) throws IOException {
        assertEquals(List.of(), form.objections(Files.readString(file)), file::toString);
    }

    /** It is written twice on purpose: a slip of the pen in a spec must not move the requests of all cases with it. */
    @ParameterizedTest
    @MethodSource(ALL)
    void theTableOfOperationsAgreesWithTheSpec(MarketCases market) throws IOException {
        JsonObject table = JsonParser.parseString(Files.readString(
                        Checkout.cases().resolve(market.market().name()).resolve("operations.json")))
                .getAsJsonObject()
                .getAsJsonObject("operations");
        assertEquals(market.spec().operations().keySet(), table.keySet());
        assertAll(table.entrySet().stream().map(line -> (Executable)
                () -> assertEquals(inSpec(market, line.getKey()), inTable(line.getValue()), line.getKey())));
    }

    private static Map<String, String> inTable(JsonElement line) {
        Map<String, String> said = new HashMap<>();
        for (String name : List.of("effect", "method", "path", "port", "reference")) {
            ConformanceCase.text(line.getAsJsonObject(), name).ifPresent(text -> said.put(name, text));
        }
        return said;
    }

    private static Map<String, String> inSpec(MarketCases market, String id) {
        SpecOperation operation = market.spec().operation(id);
        Map<String, String> said = new HashMap<>();
        said.put("effect", operation.extension("x-effect").orElseThrow());
        said.put("method", operation.method());
        said.put("path", operation.address());
        if (!market.setup().hasOnePort()) {
            operation.extension("x-port").ifPresent(port -> said.put("port", port));
        }
        operation.extension("x-reference").ifPresent(field -> said.put("reference", field));
        return said;
    }

    /** What a short case says with a dollar sign is written out in the full one, but for what a runner fills in. */
    @ParameterizedTest
    @MethodSource(ALL)
    void nothingShortIsLeftInAFullCase(MarketCases market) {
        assertAll(market.cases().stream().map(one -> (Executable) () -> List.of(
                        "\"$accepted\"",
                        "\"$input\"",
                        "\"$reference\"",
                        "\"usualBut\"",
                        "\"inputPlus\"",
                        "\"bodyBut\"",
                        "\"expectBut\"")
                .forEach(name -> assertEquals(-1, one.written().toString().indexOf(name), one + " has " + name))));
    }
}
