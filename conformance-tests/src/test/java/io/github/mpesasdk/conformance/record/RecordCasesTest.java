package io.github.mpesasdk.conformance.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.conformance.ConformanceCase;
import io.github.mpesasdk.conformance.Replay;
import io.github.mpesasdk.conformance.Spec;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records our own sandbox, which stands in for the real one, and plays the recordings back. */
class RecordCasesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    private Path target = Path.of("");

    @Test
    void recordsCasesThatCanBePlayed() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            Map<String, String> environment = environment(sandbox.kenya());
            String report = record(environment);
            List<ConformanceCase> recordings = ConformanceCase.below(target);

            assertEquals(
                    recordable(),
                    recordings.stream().map(ConformanceCase::folder).collect(Collectors.toSet()),
                    report);
            assertEquals(Spec.read("daraja/openapi.yaml").operations().keySet(), recordable());
            for (ConformanceCase recording : recordings) {
                assertEquals("\"recorded\"", provenance(recording, "grade"));
                assertEquals("\"2026-11-23\"", provenance(recording, "recordedOn"));
                assertEquals("\"127.0.0.1\"", provenance(recording, "host"));
                Replay.check(recording);
            }
            assertTrue(
                    recordings.stream().anyMatch(recording -> recording.expect().has("error")), "a refusal among them");
            assertNothingOfTheRecorder(environment, report);
        }
    }

    private static String provenance(ConformanceCase recording, String field) {
        return recording.json().getAsJsonObject("provenance").get(field).toString();
    }

    private static Set<String> recordable() {
        return ConformanceCase.ofMarket("kenya").stream()
                .filter(ConformanceCase::isRecordable)
                .map(ConformanceCase::folder)
                .collect(Collectors.toSet());
    }

    private String record(Map<String, String> environment) throws InterruptedException {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        new RecordCases(environment, TODAY, target, new PrintStream(report, true, StandardCharsets.UTF_8)).run();
        return report.toString(StandardCharsets.UTF_8);
    }

    private void assertNothingOfTheRecorder(Map<String, String> environment, String report) throws IOException {
        StringBuilder written = new StringBuilder(report);
        try (Stream<Path> files = Files.walk(target)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                written.append(Files.readString(file));
            }
        }
        assertFalse(new OwnValues(RecorderSettings.from(environment)).areIn(written.toString()), written::toString);
    }

    private static Map<String, String> environment(KenyaSandbox kenya) {
        Map<String, String> environment = new HashMap<>();
        environment.put(RecorderSettings.BASE_URL, kenya.baseUrl().toString());
        environment.put("MPESA_KENYA_CONSUMER_KEY", kenya.consumerKey());
        environment.put("MPESA_KENYA_CONSUMER_SECRET", kenya.consumerSecret());
        environment.put("MPESA_KENYA_SHORT_CODE", kenya.payBill());
        environment.put("MPESA_KENYA_BUSINESS_SHORT_CODE", kenya.businessShortCode());
        environment.put(RecorderSettings.PASSKEY, kenya.passkey());
        environment.put("MPESA_KENYA_INITIATOR_NAME", kenya.initiatorName());
        environment.put("MPESA_KENYA_INITIATOR_PASSWORD", kenya.initiatorPassword());
        environment.put(RecorderSettings.CERTIFICATE, kenya.certificatePem());
        environment.put("MPESA_KENYA_MSISDN", "254708374149");
        return environment;
    }

    @Test
    void leavesOutWhatItHasNoCredentialsFor() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            Map<String, String> environment = environment(sandbox.kenya());
            environment.remove(RecorderSettings.PASSKEY);
            environment.remove(RecorderSettings.CERTIFICATE);
            String report = record(environment);
            assertTrue(report.contains("stkPush/accepted-pay-bill: left out: MPESA_KENYA_PASSKEY is not set"), report);
            assertTrue(report.contains("reversal/accepted: left out: MPESA_KENYA_CERTIFICATE is not set"), report);
            assertTrue(Files.exists(target.resolve("token")));
            assertFalse(Files.exists(target.resolve("reversal")));
        }
    }

    @Test
    void asksForCredentials() {
        IllegalArgumentException missing = assertThrows(IllegalArgumentException.class, () -> record(Map.of()));
        assertEquals("Nothing was sent: set MPESA_KENYA_CONSUMER_KEY.", missing.getMessage());
    }

    @Test
    void keepsAwayFromRealMoney() {
        Map<String, String> environment = Map.of(
                "MPESA_KENYA_CONSUMER_KEY",
                "not-a-real-key",
                "MPESA_KENYA_CONSUMER_SECRET",
                "not-a-real-secret",
                RecorderSettings.BASE_URL,
                "https://api.safaricom.co.ke");
        assertThrows(IllegalArgumentException.class, () -> record(environment));
    }
}
