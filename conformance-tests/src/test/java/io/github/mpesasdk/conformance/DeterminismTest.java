package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build generates the client twice; the same inputs must give the same bytes. */
class DeterminismTest {

    private static final Path TARGET = Checkout.root().resolve("generated-client/daraja/target");
    private static final Path FIRST = TARGET.resolve("generated-sources/openapi/src");
    private static final Path SECOND = TARGET.resolve("generated-again/src");

    @Test
    void twoGenerationsAreTheSame() throws IOException {
        List<Path> files = files(FIRST);
        assertFalse(files.isEmpty(), "nothing was generated");
        assertEquals(files, files(SECOND));
        for (Path file : files) {
            assertArrayEquals(
                    Files.readAllBytes(FIRST.resolve(file)), Files.readAllBytes(SECOND.resolve(file)), file::toString);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }
}
