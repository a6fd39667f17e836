package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.Decoded.State;
import io.github.mpesasdk.UnreadableBodyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Decodes samples of both of Vodacom's APIs that others have published, where they lie beside the checkout or where
 * {@code -Dsamples.vodacom} and {@code -Dsamples.mozambique} say. They are not committed: they belong to others.
 */
class VodacomSamplesTest {

    private static final Pattern CODE = Pattern.compile(".*(INS-\\d+)\\.json");
    private static final Pattern SENT_BY_US = Pattern.compile("request\\..*|callback\\.reply\\.json");

    @TestFactory
    Stream<DynamicTest> vodacom() throws IOException {
        return samples(new VodacomUnderTest(), "vodacom-openapi");
    }

    @TestFactory
    Stream<DynamicTest> mozambique() throws IOException {
        return samples(new MozambiqueUnderTest(), "mozambique");
    }

    private static Stream<DynamicTest> samples(MarketUnderTest market, String folder) throws IOException {
        Path samples = Path.of(System.getProperty(
                "samples." + market.name(),
                Checkout.root().resolve("../shared/samples").resolve(folder).toString()));
        Assumptions.assumeTrue(Files.isDirectory(samples), () -> "skipped: there are no samples in " + samples);
        List<Path> files;
        try (Stream<Path> all = Files.walk(samples, 2)) {
            files = all.filter(file -> !samples.equals(file.getParent()) && isFromTheGateway(file))
                    .sorted()
                    .toList();
        }
        assertFalse(files.isEmpty());
        return files.stream().map(file -> {
            String name = samples.relativize(file).toString();
            return DynamicTest.dynamicTest(name, () -> assertAll(name, () -> decode(market, file)));
        });
    }

    private static boolean isFromTheGateway(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && !SENT_BY_US.matcher(name).matches()
                && (name.endsWith(".json") || name.endsWith(".txt"));
    }

    private static void decode(MarketUnderTest market, Path file) throws IOException {
        String name = file.getFileName().toString();
        String body = Files.readString(file);
        if (name.endsWith(".txt") && !body.startsWith("{")) {
            assertThrows(UnreadableBodyException.class, () -> market.decode(body));
            return;
        }
        Decoded decoded = market.decode(body);
        Set<State> allowed = allowed(file.getName(file.getNameCount() - 2).toString(), name);
        assertTrue(allowed.contains(decoded.outcome()), () -> decoded.outcome() + " is none of " + allowed);
        Matcher code = CODE.matcher(name);
        if (code.matches()) {
            assertEquals(code.group(1), decoded.resultCode());
        }
        assertTrue(
                decoded.other().isEmpty(),
                () -> "not known to the spec: " + decoded.other().keySet());
    }

    private static Set<State> allowed(String folder, String name) {
        if (CODE.matcher(name).matches() || name.contains("not-authorized") || name.contains("origin")) {
            return EnumSet.of(State.FAILED, State.UNKNOWN);
        }
        if (name.contains("async-ack")) {
            return EnumSet.of(State.PENDING);
        }
        // The documented callback of a status question does not tell the state.
        boolean silent = name.startsWith("callback") && folder.equals("queryTransactionStatus");
        return EnumSet.of(silent ? State.UNKNOWN : State.SUCCEEDED);
    }
}
