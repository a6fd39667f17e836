package io.github.mpesasdk.speccheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Makes the edits of {@code ../edit-drill} on a copy: what the checker says, and whether users break. */
class EditDrillTest {

    private static final Path SPECS = Path.of("../../specs");
    private static final String API = "daraja";

    @TempDir
    private Path folder;

    private JsonNode edits = MissingNode.getInstance();

    @TestFactory
    Stream<DynamicTest> edits() throws IOException {
        edits = new YAMLMapper().readTree(Files.readString(Path.of("../edit-drill/edits.yaml")));
        return StreamSupport.stream(edits.spliterator(), false)
                .map(edit -> DynamicTest.dynamicTest(edit.get("what").asText(), () -> isTold(edit)));
    }

    private void isTold(JsonNode edit) throws IOException {
        String file = edit.path("file").asText("openapi.yaml");
        Path copy = copy(folder.resolve(edit.get("what").asText()));
        Path edited = copy.resolve(API).resolve(file);
        String before = Files.readString(edited);
        String after = edited(before, edit);
        Files.writeString(edited, after);
        List<String> mistakes =
                SpecCheck.mistakes(copy).stream().map(Mistake::words).toList();
        assertEquals(texts(edit.path("checker")), mistakes);
        if (mistakes.isEmpty()) {
            assertEquals(texts(edit.path("breaks")), breaks(file, before, after));
        }
    }

    private String edited(String text, JsonNode edit) {
        String edited = text;
        for (JsonNode earlier : edits) {
            if (earlier.get("what").equals(edit.get("after"))) {
                edited = edited(text, earlier);
            }
        }
        for (JsonNode change : edit.get("edits")) {
            edited = replaceOnce(
                    edited, change.get("replace").asText(), change.get("with").asText());
        }
        return edited;
    }

    private static List<String> breaks(String file, String before, String after) throws IOException {
        return file.equals("codes.yaml") ? CodeBreaks.between(before, after) : SpecBreaks.between(before, after);
    }

    private static String replaceOnce(String text, String replaced, String with) {
        int at = text.indexOf(replaced);
        assertEquals(at, text.lastIndexOf(replaced), () -> "stands there more than once: " + replaced);
        assertTrue(at >= 0, () -> "nothing to replace: " + replaced);
        return text.substring(0, at) + with + text.substring(at + replaced.length());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static Path copy(Path parent) throws IOException {
        Path specs = Files.createDirectories(parent.resolve("specs"));
        Files.createDirectory(specs.resolve(API));
        for (String file :
                List.of("openapi.schema.yaml", "extensions.yaml", API + "/openapi.yaml", API + "/codes.yaml")) {
            Files.copy(SPECS.resolve(file), specs.resolve(file));
        }
        return specs;
    }
}
