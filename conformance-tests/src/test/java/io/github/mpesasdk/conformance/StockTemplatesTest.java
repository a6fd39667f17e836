package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A newer generator may do more in a template than ours, which stands in its place, does: somebody has to look. */
class StockTemplatesTest {

    private static final Path TEMPLATES = Checkout.root().resolve("templates");
    private static final String KEPT = "stock-templates.yaml";
    // Where the generator looks for a template that we have not, first to last.
    private static final List<String> FOLDERS = List.of("Java/libraries/okhttp-gson/", "Java/");
    private static final String VERSION = "META-INF/maven/org.openapitools/openapi-generator/pom.properties";

    @Test
    void theTemplatesThatOursReplaceAreAsTheyWere() throws IOException {
        JsonNode kept = kept();
        String before = kept.get("generator").asText();
        String now = version();
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, JsonNode> template : kept.get("templates").properties()) {
            String name = template.getKey();
            if (!template.getValue().get("sha256").asText().equals(digest(name))) {
                changed.add("\n  " + name + (exists(name) ? " changed" : " is gone") + "; ours in its place: "
                        + names(template.getValue().get("ours")));
            }
        }
        if (!changed.isEmpty()) {
            fail("openapi-generator " + now + " has other templates than " + before + ":" + String.join("", changed)
                    + "\nWhat to do: templates/README.md, Upgrade the generator.");
        }
        assertEquals(before, now, "No template changed: write this version into templates/" + KEPT);
    }

    @Test
    void everyTemplateThatOverridesAnotherIsWatched() throws IOException {
        Set<String> watched = new HashSet<>();
        kept().get("templates").fieldNames().forEachRemaining(watched::add);
        try (Stream<Path> ours = Files.list(TEMPLATES)) {
            List<String> forgotten = ours.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".mustache"))
                    .flatMap(name -> FOLDERS.stream()
                            .map(folder -> folder + name)
                            .filter(StockTemplatesTest::exists)
                            .limit(1))
                    .filter(stock -> !watched.contains(stock))
                    .sorted()
                    .toList();
            assertEquals(List.of(), forgotten, "ours have the same names, and templates/" + KEPT + " lacks them");
        }
    }

    private static String names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(name -> names.add(name.asText()));
        return String.join(", ", names);
    }

    private static JsonNode kept() throws IOException {
        return new YAMLMapper().readTree(Files.readString(TEMPLATES.resolve(KEPT)));
    }

    private static String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = open(VERSION)) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }

    private static boolean exists(String resource) {
        return StockTemplatesTest.class.getClassLoader().getResource(resource) != null;
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(
                StockTemplatesTest.class.getClassLoader().getResourceAsStream(resource), resource);
    }

    private static String digest(String resource) throws IOException {
        if (!exists(resource)) {
            return "";
        }
        try (InputStream in = open(resource)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(in.readAllBytes()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
