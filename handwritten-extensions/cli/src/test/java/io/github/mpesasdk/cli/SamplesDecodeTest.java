package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code mpesa decode} on the samples that others have published, where they lie beside the checkout or where
 * {@code -Dsamples} says. They are not committed: they belong to others.
 */
class SamplesDecodeTest {

    private static final Path SAMPLES = Path.of(System.getProperty("samples", "../../../shared/samples"));
    private static final Pattern CODE = Pattern.compile("\\.(INS-\\d+)\\.");

    @TestFactory
    Stream<DynamicTest> openApi() throws IOException {
        return tests("tanzania", folder("vodacom-openapi"));
    }

    @TestFactory
    Stream<DynamicTest> mozambique() throws IOException {
        return tests("mozambique", folder("mozambique"));
    }

    @TestFactory
    Stream<DynamicTest> drc() throws IOException {
        Path folder = folder("drc");
        try (Stream<Path> all = Files.list(folder)) {
            Map<String, Path> files = all.filter(file -> !file.endsWith("INDEX.tsv"))
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), file -> file));
            assertTrue(files.keySet().containsAll(DrcSamples.OUTCOMES.keySet()), files.toString());
            return files.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(file -> {
                String expected = DrcSamples.OUTCOMES.get(file.getKey());
                return DynamicTest.dynamicTest(
                        file.getKey(), () -> DrcSamples.check(file.getValue().toString(), expected));
            });
        }
    }

    private static Path folder(String name) {
        Path folder = SAMPLES.resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "skipped: there are no samples in " + folder);
        return folder;
    }

    private static Stream<DynamicTest> tests(String market, Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files =
                    all.filter(SamplesDecodeTest::isFromTheGateway).sorted().toList();
            assertFalse(files.isEmpty());
            return files.stream().map(file -> {
                String name = folder.relativize(file).toString();
                return DynamicTest.dynamicTest(name, () -> decode(market, file, name));
            });
        }
    }

    private static boolean isFromTheGateway(Path file) {
        boolean inErrors = file.toString().contains("/errors/");
        String name = file.getFileName().toString();
        return name.endsWith(".json") && (inErrors || name.matches("(response\\.|error\\.|callback\\.).*"));
    }

    private static void decode(String market, Path file, String name) {
        Shell.Result named = new Shell().run("decode", market, file.toString());
        assertEquals(0, named.exit(), named.err());
        JsonObject form = named.json().getAsJsonObject();
        assertEquals(0, form.getAsJsonObject("other").size(), named.out());
        Matcher code = CODE.matcher(name);
        if (code.find()) {
            assertEquals(code.group(1), form.get("resultCode").getAsString());
            assertFalse(form.get("outcome").getAsString().equals("succeeded"), named.out());
        }
        if (name.contains("async-ack")) {
            assertEquals("pending", form.get("outcome").getAsString());
        }
        if (name.contains("response.sync")) {
            assertEquals("succeeded", form.get("outcome").getAsString());
        }
        Shell.Result auto = new Shell().run("decode", "auto", file.toString());
        if (auto.exit() == 0) {
            assertEquals(form.get("outcome"), auto.json().getAsJsonObject().get("outcome"));
        } else {
            assertTrue(auto.err().contains("Name the market"), auto.err());
        }
    }
}
