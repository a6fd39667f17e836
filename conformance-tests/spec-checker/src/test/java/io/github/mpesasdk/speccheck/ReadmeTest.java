package io.github.mpesasdk.speccheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README of the specs explains every extension that they may use, and no other. */
class ReadmeTest {

    private static final Path SPECS = Path.of("../../specs");
    private static final Pattern ROW = Pattern.compile("\\| ([a-z, ]+) \\| (`x-[^|]+`) \\| .*");
    // They have a chapter of their own.
    private static final Pattern TABLE_OF_CODES = Pattern.compile("\\| `(x-[a-z]+)` \\|");
    private static final Pattern NAME = Pattern.compile("`(x-[a-z-]+)`");

    @Test
    void theTableOfExtensionsIsComplete() throws IOException {
        Map<String, String> explained = new TreeMap<>();
        Set<String> tablesOfCodes = new TreeSet<>();
        for (String line : Files.readAllLines(SPECS.resolve("README.md"))) {
            Matcher table = TABLE_OF_CODES.matcher(line);
            if (table.lookingAt()) {
                tablesOfCodes.add(table.group(1));
            }
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                NAME.matcher(row.group(2))
                        .results()
                        .forEach(name -> assertNull(explained.put(name.group(1), row.group(1)), name.group(1)));
            }
        }
        List<Mistake> mistakes = new ArrayList<>();
        SpecDocument table = SpecDocument.read(SPECS.resolve("extensions.yaml"), "extensions.yaml", mistakes)
                .orElseThrow();
        Extensions extensions = new Extensions(table);
        Map<String, String> known = new TreeMap<>();
        extensions.names().stream()
                .filter(name -> !tablesOfCodes.contains(name))
                .forEach(name -> known.put(name, extensions.places(name)));
        assertEquals(known, explained);
    }
}
