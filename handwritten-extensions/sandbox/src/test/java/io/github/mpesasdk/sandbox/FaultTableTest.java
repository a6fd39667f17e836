package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The README lists every fault in the words in which the sandbox itself explains it. */
class FaultTableTest {

    @Test
    void theReadmeHasEachFaultAsItSaysItself() throws Exception {
        List<String> table = Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.startsWith("| fault | strikes"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertEquals(
                Arrays.stream(Fault.values())
                        .map(fault -> "| `" + fault + "` | "
                                + fault.moment().name().toLowerCase(Locale.ROOT) + " | " + fault.says() + " |")
                        .toList(),
                table);
    }
}
