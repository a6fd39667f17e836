package io.github.mpesasdk.speccheck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README of the specs explains every extension that they may use, and no other. */
class ReadmeTest {

    private static final Path SPECS = Path.of("../specs");
    private static final Pattern ROW = Pattern.compile("\\| ([a-z, ]+) \\| (`x-[^|]+`) \\| .*");
    private static final Pattern NAME = Pattern.compile("`(x-[a-z-]+)`");

    @Test
    void theTableOfExtensionsIsComplete() throws IOException {
        Map<String, String> explained = new TreeMap<>();
        for (String line : Files.readAllLines(SPECS.resolve("README.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                NAME.matcher(row.group(2)).results().forEach(name -> explained.put(name.group(1), row.group(1)));
            }
        }
        List<Mistake> mistakes = new ArrayList<>();
        SpecDocument table = SpecDocument.read(SPECS.resolve("extensions.yaml"), "extensions.yaml", mistakes)
                .orElseThrow();
        Extensions extensions = new Extensions(table);
        Map<String, String> known = new TreeMap<>();
        // The tables of codes have a chapter of their own.
        extensions.names().stream()
                .filter(name -> !extensions.places(name).equals("document"))
                .forEach(name -> known.put(name, extensions.places(name)));
        assertEquals(known, explained);
    }
}
