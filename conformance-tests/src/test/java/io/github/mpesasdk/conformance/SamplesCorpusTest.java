package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.Decoded.State;
import io.github.mpesasdk.kenya.Daraja;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Decodes samples that others have published, where they lie beside the checkout or where {@code -Dsamples} says. They
 * are not committed: they belong to others.
 */
class SamplesCorpusTest {

    private static final Path SAMPLES = Path.of(System.getProperty(
            "samples", Checkout.root().resolve("../shared/samples/daraja").toString()));
    private static final List<String> FOLDERS = List.of(
            "oauth",
            "stk-push",
            "stk-query",
            "c2b",
            "b2c",
            "b2b",
            "account-balance",
            "transaction-status",
            "reversal",
            "timeouts",
            "errors");
    private static final Pattern CODE = Pattern.compile("(?:error-)?([0-9.]+).*-http\\d+|.*failure-(\\w+)");
    private static final Set<State> SETTLED_AS_FAILURE = Set.of(State.FAILED, State.UNKNOWN);

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SAMPLES), () -> "skipped: there are no samples in " + SAMPLES);
        List<Path> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> all = Files.list(SAMPLES.resolve(folder))) {
                all.filter(SamplesCorpusTest::isFromTheGateway).sorted().forEach(files::add);
            }
        }
        assertFalse(files.isEmpty());
        return files.stream().map(file -> {
            String name = SAMPLES.relativize(file).toString();
            return DynamicTest.dynamicTest(name, () -> assertAll(name, () -> decode(file)));
        });
    }

    private static boolean isFromTheGateway(Path file) {
        String name = file.getFileName().toString();
        boolean sentByUs = name.matches("(request|register-request|simulate-request).*") || name.startsWith("ack");
        return name.endsWith(".json") && !sentByUs;
    }

    private static void decode(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".json", "");
        String folder = file.getName(file.getNameCount() - 2).toString();
        Decoded decoded = Daraja.decode(Files.readString(file));
        Set<State> allowed = allowed(folder, name);
        assertTrue(allowed.contains(decoded.outcome()), () -> decoded.outcome() + " is none of " + allowed);
        codeIn(name).ifPresent(code -> assertEquals(code, decoded.resultCode()));
        assertTrue(
                decoded.other().isEmpty(),
                () -> "not known to the spec: " + decoded.other().keySet());
    }

    private static Set<State> allowed(String folder, String name) {
        if (name.contains("processing") || name.startsWith("validation")) {
            return Set.of(State.PENDING);
        }
        // Reversed before: the money is back, whatever became of this request.
        if (name.equals("queue-timeout") || name.equals("result-failure-R000001")) {
            return Set.of(State.UNKNOWN);
        }
        if (name.contains("failure") || name.contains("cancelled")) {
            return Set.of(State.FAILED);
        }
        if (name.matches(".*-http\\d+") || name.equals("500.003.02-system-busy")) {
            return SETTLED_AS_FAILURE;
        }
        boolean promise =
                name.contains("response") && !Set.of("oauth", "stk-query").contains(folder);
        boolean registration = name.startsWith("register-response");
        return Set.of(promise && !registration ? State.PENDING : State.SUCCEEDED);
    }

    private static Optional<String> codeIn(String name) {
        Matcher code = CODE.matcher(name);
        return code.matches() && !name.contains("parameter-object")
                ? Optional.of(code.group(1) != null ? code.group(1) : code.group(2))
                : Optional.empty();
    }
}
