package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The build generates each client twice; the same inputs must give the same bytes. */
class DeterminismTest {

    @ParameterizedTest
    @ValueSource(strings = {"daraja", "vodacom", "mozambique", "drc"})
    void twoGenerationsAreTheSame(String api) throws IOException {
        Path target = Checkout.root().resolve("generated-client").resolve(api).resolve("target");
        Path first = target.resolve("generated-sources/openapi/src");
        Path second = target.resolve("generated-again/src");
        List<Path> files = files(first);
        assertFalse(files.isEmpty(), "nothing was generated");
        assertEquals(files, files(second));
        for (Path file : files) {
            assertArrayEquals(
                    Files.readAllBytes(first.resolve(file)), Files.readAllBytes(second.resolve(file)), file::toString);
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
