package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows what a changed template or spec does to generated code, in a diff that people can read. */
class GoldenCopyTest {

    private static final String REFRESH = "mvn -pl conformance-tests -am test -Dgolden.refresh"
            + " -Dtest=GoldenCopyTest -Dsurefire.failIfNoSpecifiedTests=false";
    private static final Path GENERATED = Checkout.root()
            .resolve(
                    "generated-client/daraja/target/generated-sources/openapi/src/main/java/io/github/mpesasdk/daraja");
    private static final Path GOLDEN = Checkout.root().resolve("templates/golden/daraja");

    static Stream<String> files() {
        return Stream.of(
                "DarajaApi.java", "api/StkApi.java", "model/C2bRegisterUrlRequest.java", "model/TransactionType.java");
    }

    @ParameterizedTest
    @MethodSource("files")
    void generatedCodeIsWhatItWas(String file) throws IOException {
        Path generated = GENERATED.resolve(file);
        assertTrue(Files.exists(generated), () -> "build generated-client/daraja first: there is no " + generated);
        Path golden = GOLDEN.resolve(generated.getFileName());
        if (Boolean.getBoolean("golden.refresh")) {
            Files.createDirectories(GOLDEN);
            Files.copy(generated, golden, StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> committed = Files.exists(golden) ? Files.readAllLines(golden) : List.of();
        List<String> current = Files.readAllLines(generated);
        if (!committed.equals(current)) {
            fail(file + " is generated differently now, from line " + firstDifference(committed, current)
                    + ". If that is what you want, refresh the golden copy and read its diff:\n  " + REFRESH);
        }
    }

    private static int firstDifference(List<String> one, List<String> other) {
        int line = 0;
        while (line < Math.min(one.size(), other.size()) && one.get(line).equals(other.get(line))) {
            line++;
        }
        return line + 1;
    }
}
