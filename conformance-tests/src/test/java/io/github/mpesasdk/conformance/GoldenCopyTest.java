package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows what a changed template or spec does to generated code, in a diff that people can read. */
class GoldenCopyTest {

    private static final String REFRESH = "mvn -pl conformance-tests -am test -Dgolden.refresh"
            + " -Dtest=GoldenCopyTest -Dsurefire.failIfNoSpecifiedTests=false";
    private static final String SOURCES = "generated-client/%s/target/generated-sources/openapi/src/main/java/%s";

    @ParameterizedTest
    @CsvSource({
        "daraja, daraja, DarajaApi.java",
        "daraja, daraja, DarajaBodies.java",
        "daraja, daraja, model/StkQueryAnswer.java",
        "daraja, daraja, api/StkApi.java",
        "daraja, daraja, api/StkCalls.java",
        "daraja, daraja, model/C2bRegisterUrlInput.java",
        "daraja, daraja, model/TransactionType.java",
        "vodacom, vodacomapi, api/SessionApi.java",
        "vodacom, vodacomapi, api/CustomersCalls.java",
        "vodacom, vodacomapi, model/DirectDebitCreationInput.java",
        "mozambique, mozambiqueapi, api/CustomersApi.java",
        "drc, drcapi, api/C2bApi.java",
        "drc, drcapi, api/B2cApi.java"
    })
    void generatedCodeIsWhatItWas(String api, String packageName, String file) throws IOException {
        assumeTrue(System.getProperty("spec", api).equals(api), "not the spec of this run");
        Path generated = Checkout.root()
                .resolve(SOURCES.formatted(api, "io/github/mpesasdk/" + packageName))
                .resolve(file);
        assertTrue(Files.exists(generated), () -> "build generated-client/" + api + " first: there is no " + generated);
        Path folder = Checkout.root().resolve("templates/golden").resolve(api);
        Path golden = folder.resolve(generated.getFileName());
        if (Boolean.getBoolean("golden.refresh")) {
            Files.createDirectories(folder);
            Files.copy(generated, golden, StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> committed = Files.exists(golden) ? Files.readAllLines(golden) : List.of();
        List<String> current = Files.readAllLines(generated);
        if (!committed.equals(current)) {
            fail(LineDifference.of(file, committed, current)
                    + "\nIf that is what you want, refresh the golden copy and read its diff:\n  " + REFRESH);
        }
    }
}
