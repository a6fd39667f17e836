package io.github.mpesasdk.speccheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of mistake is refused in one line that says where, and what. */
class SpecCheckTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path SPECS = Path.of("../../specs");

    @TempDir
    private Path folder;

    @Test
    void aSoundSpecIsLeftInPeace() throws IOException {
        assertEquals(List.of(), SpecCheck.mistakes(shop(folder.resolve("sound"))));
    }

    @TestFactory
    Stream<DynamicTest> mistakes() throws IOException {
        JsonNode mistakes = new YAMLMapper().readTree(Files.readString(RESOURCES.resolve("mistakes.yaml")));
        return StreamSupport.stream(mistakes.spliterator(), false)
                .map(mistake -> DynamicTest.dynamicTest(mistake.get("what").asText(), () -> isRefused(mistake)));
    }

    private void isRefused(JsonNode mistake) throws IOException {
        String file = mistake.path("file").asText("openapi.yaml");
        String replaced = mistake.get("replace").asText();
        Path specs = shop(folder.resolve(mistake.get("what").asText()));
        Path changed = specs.resolve("shop").resolve(file);
        String sound = Files.readString(changed);
        int from = sound.indexOf(replaced);
        assertTrue(from >= 0, () -> "nothing to replace: " + replaced);
        String broken =
                sound.substring(0, from) + mistake.get("with").asText() + sound.substring(from + replaced.length());
        Files.writeString(changed, broken);
        int at = mistake.has("at") ? broken.indexOf(mistake.get("at").asText()) : from;
        assertEquals(
                List.of("specs/shop/" + file + ":" + line(broken, at) + ": "
                        + mistake.get("says").asText()),
                SpecCheck.mistakes(specs).stream().map(Mistake::toString).toList());
    }

    private static long line(String text, int at) {
        return text.substring(0, at).lines().count() + (at == 0 || text.charAt(at - 1) == '\n' ? 1 : 0);
    }

    /** A folder of specs with the shop in it, and the rules of the real specs. */
    private static Path shop(Path parent) throws IOException {
        Path specs = Files.createDirectories(parent.resolve("specs"));
        Path shop = Files.createDirectory(specs.resolve("shop"));
        for (String file : List.of("openapi.yaml", "codes.yaml")) {
            Files.copy(RESOURCES.resolve("shop").resolve(file), shop.resolve(file));
        }
        for (String file : List.of("openapi.schema.yaml", "extensions.yaml")) {
            Files.copy(SPECS.resolve(file), specs.resolve(file));
        }
        return specs;
    }
}
