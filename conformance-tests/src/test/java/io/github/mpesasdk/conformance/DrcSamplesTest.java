package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.drc.DrcGateway;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Decodes samples of DRC's SOAP gateway that others have published, where they lie beside the checkout or where
 * {@code -Dsamples.drc} says. They are not committed: they belong to others.
 */
class DrcSamplesTest {

    private static final Path SAMPLES = Path.of(System.getProperty(
            "samples.drc", Checkout.root().resolve("../shared/samples/drc").toString()));
    private static final Pattern CALLBACK = Pattern.compile("(c2b|b2c)-callback-(success|failure).*");
    // Kind, outcome and code.
    private static final Map<String, String> MESSAGES = Map.ofEntries(
            Map.entry("login-response-success", "login SUCCEEDED null"),
            Map.entry("login-response-invalid-credentials-inferred", "login FAILED 3"),
            Map.entry("tz-login-response-invalid-credentials", "login FAILED 3"),
            Map.entry("tz-response-authentication-failed", "login FAILED 4"),
            Map.entry("mock-login-response-failed", "login FAILED 4"),
            Map.entry("c2b-response-success", "c2bPayment PENDING 0"),
            Map.entry("b2c-response-success", "b2cPayment PENDING 0"),
            Map.entry("mock-b2c-response-failed", "b2cPayment UNKNOWN 4"),
            Map.entry("c2b-callback-success", "c2bPaymentCallback SUCCEEDED 0"),
            Map.entry("b2c-callback-success", "b2cPaymentCallback SUCCEEDED 0"),
            Map.entry("b2c-callback-failure-mock", "b2cPaymentCallback UNKNOWN -1"),
            Map.entry("tz-soap-fault-client", "fault FAILED Client"),
            // Replies, and another product of the operator: shown, but no callback of a payment sent here,
            // and a zero there is none of the codes that are known here.
            Map.entry("c2b-callback-ack", "callbackReply UNKNOWN 200"),
            Map.entry("b2c-callback-ack", "callbackReply UNKNOWN 200"),
            Map.entry("w2b-inbound-response", "callbackReply UNKNOWN 0"),
            Map.entry("b2b-login-response-success", "b2bLogin SUCCEEDED 0"),
            Map.entry("b2b-login-response-failure", "b2bLogin UNKNOWN -1"),
            Map.entry("b2b-response-success", "b2bPayment PENDING 0"),
            Map.entry("b2b-response-duplicate", "b2bPayment UNKNOWN -2"),
            Map.entry("b2b-callback-success", "b2bCallback SUCCEEDED 0"),
            Map.entry("b2b-callback-failure", "b2bCallback UNKNOWN -3"));
    private static final Map<String, String> NONE_OF_THESE = Map.ofEntries(
            Map.entry("login-request", "we send it"),
            Map.entry("c2b-request", "we send it"),
            Map.entry("b2c-request", "we send it"),
            Map.entry("w2b-inbound-request", "it goes to banks"),
            Map.entry("tqs-request", "another product, in JSON"),
            Map.entry("b2b-login-request", "another product, and sent to it"),
            Map.entry("b2b-request", "another product, and sent to it"));

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SAMPLES), () -> "skipped: there are no samples in " + SAMPLES);
        List<Path> files;
        try (Stream<Path> all = Files.list(SAMPLES)) {
            files = all.filter(file -> !file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
        assertFalse(files.isEmpty());
        return files.stream().map(file -> {
            String name = file.getFileName().toString().replaceFirst("\\.\\w+$", "");
            return DynamicTest.dynamicTest(name, () -> assertAll(name, () -> decode(name, Files.readString(file))));
        });
    }

    private static void decode(String name, String body) {
        if (!CALLBACK.matcher(name).matches()) {
            assertThrows(UnreadableBodyException.class, () -> receive(body), "no callback of a payment");
        }
        if (NONE_OF_THESE.containsKey(name)) {
            UnreadableBodyException refused = assertThrows(
                    UnreadableBodyException.class, () -> DrcGateway.decode(body), () -> NONE_OF_THESE.get(name));
            assertTrue(String.valueOf(refused.getMessage()).length() > 40, "says why");
            return;
        }
        Decoded decoded = DrcGateway.decode(body);
        assertEquals(
                MESSAGES.get(name),
                String.join(" ", decoded.kind(), decoded.outcome().name(), decoded.resultCode()));
        assertTrue(
                decoded.other().isEmpty(),
                () -> "not known to the spec: " + decoded.other().keySet());
    }

    private static void receive(String body) {
        TestEnvironment nowhere = new TestEnvironment(
                Setup.ofMarket("drc"),
                URI.create("http://localhost:1"),
                null,
                RetryPolicy.NONE,
                Clock.systemUTC(),
                null);
        try (MarketUnderTest.Client client = new DrcUnderTest().open(nowhere)) {
            client.receive("c2bPaymentCallback", body);
        }
    }
}
