package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Makes the edits of {@code edit-drill} on a copy: what they add lacks a case. What the checker says of them, and
 * whether users break, is tested in {@code spec-checker}.
 */
class EditDrillTest {

    private static final Path EDITS = Checkout.root().resolve("conformance-tests/edit-drill/edits.yaml");
    private static final Path SPECS = Checkout.root().resolve("specs/daraja");
    private static final String CODES = "codes.yaml";
    private static final MarketCases KENYA = MarketCases.of("kenya");

    private final Map<String, Set<String>> unedited = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> edits() throws IOException {
        JsonNode edits = new YAMLMapper().readTree(Files.readString(EDITS));
        return StreamSupport.stream(edits.spliterator(), false)
                .filter(edit -> !edit.has("checker"))
                .map(edit -> DynamicTest.dynamicTest(edit.get("what").asText(), () -> isTold(edits, edit)));
    }

    private void isTold(JsonNode edits, JsonNode edit) throws IOException {
        String file = edit.path("file").asText("openapi.yaml");
        String before = Files.readString(SPECS.resolve(file));
        Set<String> expected = new TreeSet<>();
        edit.path("cases").forEach(each -> expected.add(each.asText()));
        Set<String> missing = withoutCase(file, edited(before, edits, edit));
        if (!unedited.containsKey(file)) {
            unedited.put(file, withoutCase(file, before));
        }
        missing.removeAll(unedited.getOrDefault(file, Set.of()));
        assertEquals(expected, missing);
    }

    private static Set<String> withoutCase(String file, String yaml) throws IOException {
        Spec spec = Spec.parse(yaml);
        return file.equals(CODES)
                ? CaseCoverage.codesWithoutCase(spec.document(), KENYA.cases())
                : CaseCoverage.subjectsWithoutCase(spec, KENYA.cases());
    }

    private static String edited(String text, JsonNode edits, JsonNode edit) {
        String edited = text;
        for (JsonNode earlier : edits) {
            if (earlier.get("what").equals(edit.get("after"))) {
                edited = edited(text, edits, earlier);
            }
        }
        for (JsonNode change : edit.get("edits")) {
            edited = edited.replace(
                    change.get("replace").asText(), change.get("with").asText());
        }
        return edited;
    }
}
