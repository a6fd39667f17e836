package io.github.mpesasdk.speccheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package for other languages is unpacked, and read as somebody does who has nothing else. */
class PackContractsTest {

    private static final Path CHECKOUT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final String VERSION = "1.2.3";
    private static final String TOP = "mpesa-contracts-1.2.3/";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path target;

    private static Map<String, String> unpacked;

    @BeforeAll
    static void packAndUnpack() throws IOException {
        PackContracts.pack(CHECKOUT, VERSION, target);
        unpacked = new TreeMap<>();
        try (ZipFile zip =
                new ZipFile(target.resolve("mpesa-contracts-1.2.3.zip").toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                assertTrue(entry.getName().startsWith(TOP), entry::getName);
                try (InputStream in = zip.getInputStream(entry)) {
                    unpacked.put(entry.getName().substring(TOP.length()), new String(in.readAllBytes(), UTF_8));
                }
            }
        }
    }

    @Test
    void itHasEverySpecAndEveryCaseAndWhatExplainsThem() throws IOException {
        for (String file : List.of(
                "README.md",
                "LICENSE",
                "NOTICE",
                "specs/README.md",
                "specs/extensions.yaml",
                "cases/README.md",
                "cases/case.schema.json",
                "cases/kenya/setup.json",
                "specs/drc/codes.yaml")) {
            assertTrue(unpacked.containsKey(file), file);
        }
        assertTrue(
                unpacked.keySet().stream().noneMatch(name -> name.contains("target/")),
                "what a build made is left out");
    }

    /** What people write, and what is made of it, are never mistaken for each other. */
    @Test
    void theCasesAreFullOnes() throws IOException {
        List<String> cases = cases();
        assertTrue(cases.size() > 1200, () -> cases.size() + " cases");
        assertTrue(cases.contains("cases/kenya/stkPush/lost-truncated.json"), "the matrix makes cases");
        assertTrue(cases.contains("cases/kenya/stkPush/accepted-till.json"), "people write cases");
        for (String name : List.of("matrix.json", "operations.json", "short-case.schema.json")) {
            assertTrue(unpacked.keySet().stream().noneMatch(each -> each.endsWith(name)), name);
        }
    }

    /** The jar of the specs has them too, one document for each market. */
    @Test
    void theDocumentOfAMarketHasTheSameCases() throws IOException {
        List<String> inDocuments = new ArrayList<>();
        for (String market : List.of("drc", "kenya", "mozambique", "vodacom")) {
            JsonNode document =
                    JSON.readTree(target.resolve("cases/" + market + ".json").toFile());
            assertTrue(document.path("setup").has("values"), market);
            document.path("cases")
                    .fieldNames()
                    .forEachRemaining(name -> inDocuments.add("cases/" + market + "/" + name + ".json"));
        }
        Collections.sort(inDocuments);
        assertEquals(cases(), inDocuments);
        String asked = JSON.readTree(target.resolve("cases/drc.json").toFile())
                .at("/cases/c2bPayment~1accepted/request/xml")
                .asText();
        assertTrue(asked.startsWith("<?xml"), asked);
    }

    private static List<String> cases() {
        return unpacked.keySet().stream()
                .filter(name -> name.matches("cases/[a-z]+/[A-Za-z0-9]+/.*\\.json"))
                .toList();
    }

    @Test
    void everyYamlStandsThereAsTheSameJson() throws IOException {
        List<String> documents = unpacked.keySet().stream()
                .filter(name -> name.endsWith(".yaml"))
                .toList();
        assertTrue(documents.size() >= 10, documents::toString);
        for (String document : documents) {
            JsonNode json = JSON.readTree(unpacked.get(document.replaceAll("yaml$", "json")));
            assertEquals(new YAMLMapper().readTree(unpacked.get(document)), json, document);
        }
        JsonNode locked = JSON.readTree(unpacked.get("specs/daraja/codes.json")).get("x-results");
        assertTrue(locked.findValuesAsText("code").contains("1037"));
    }

    @Test
    void theSchemaInItTakesEveryCaseInIt() throws IOException {
        Schema schema = SchemaRegistry.withDialect(Dialects.getDraft202012())
                .getSchema(unpacked.get("cases/case.schema.json"), InputFormat.JSON);
        for (String each : cases()) {
            assertEquals(List.of(), schema.validate(unpacked.get(each), InputFormat.JSON), each);
        }
    }

    @Test
    void twoBuildsPackTheSameBytes(@TempDir Path again) throws IOException {
        PackContracts.pack(CHECKOUT, VERSION, again);
        String zip = "mpesa-contracts-1.2.3.zip";
        assertArrayEquals(Files.readAllBytes(target.resolve(zip)), Files.readAllBytes(again.resolve(zip)));
    }

    @Test
    void npmPacksTheFolderAsItIs() throws Exception {
        boolean hasNpm = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npm")));
        assumeTrue(hasNpm, "npm is not installed");
        Path answer = Files.createTempFile(target, "npm", ".json");
        Process npm = new ProcessBuilder("npm", "pack", "--dry-run", "--json", "--ignore-scripts", "--offline")
                .directory(target.resolve("npm").toFile())
                .redirectOutput(answer.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(npm.waitFor(300, TimeUnit.SECONDS), "npm does not end");
        assertEquals(0, npm.exitValue());
        JsonNode packed = JSON.readTree(answer.toFile()).get(0);
        assertEquals("mpesa-contracts", packed.get("name").asText());
        assertEquals(VERSION, packed.get("version").asText());
        assertEquals(unpacked.size(), packed.get("entryCount").asInt());
    }
}
