package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every setting by name, from a file and from variables. */
class SettingsTest {

    @Test
    void aFileAndVariablesSetTheSame() {
        SandboxBuilder byFile = Sandbox.builder().settings("""
                {"seed": "mine", "acceptAnyCredential": false, "tokenLifetime": "10s", "clock": "2026-03-14T21:30:00Z",
                 "kenya": {"consumerKey": "my-key", "payBill": 123456}, "faults": "kenya.stkQuery=HTML_503"}""");
        SandboxBuilder byVariables = Sandbox.builder()
                .environment(Map.of(
                        "MPESA_SANDBOX_SEED", "mine",
                        "MPESA_SANDBOX_ACCEPT_ANY_CREDENTIAL", "false",
                        "MPESA_SANDBOX_TOKEN_LIFETIME", "10s",
                        "MPESA_SANDBOX_CLOCK", "2026-03-14T21:30:00Z",
                        "MPESA_SANDBOX_KENYA_CONSUMER_KEY", "my-key",
                        "MPESA_SANDBOX_KENYA_PAY_BILL", "123456",
                        "MPESA_SANDBOX_FAULTS", "kenya.stkQuery=HTML_503",
                        "MPESA_SANDBOX_URL", "http://127.0.0.1:8765",
                        "PATH", "/bin"));
        try (Sandbox one = byFile.start();
                Sandbox two = byVariables.start()) {
            assertEquals("my-key", one.kenya().consumerKey());
            assertEquals("123456", one.kenya().payBill());
            assertEquals(withoutPorts(one), withoutPorts(two));
        }
    }

    /** What a sandbox tells is what another one can be told. */
    @Test
    void aDescriptionCanBeGivenBack() {
        try (Sandbox one = Sandbox.builder().seed("one").start();
                Sandbox two = Sandbox.builder().settings(one.describe()).start()) {
            assertEquals(one.kenya().passkey(), two.kenya().passkey());
            assertEquals(one.drc().password(), two.drc().password());
            assertEquals(one.vodacom().apiKey(), two.vodacom().apiKey());
            assertEquals(one.mozambique().securityCredential(), two.mozambique().securityCredential());
        }
    }

    /** A variable takes back what a file says, and an option what a variable says. */
    @Test
    void theLastValueOfANameCounts() {
        SandboxBuilder builder = Sandbox.builder()
                .settings("{\"acceptAnyCredential\": true, \"kenya\": {\"payBill\": \"11111\"}}")
                .environment(
                        Map.of("MPESA_SANDBOX_ACCEPT_ANY_CREDENTIAL", "false", "MPESA_SANDBOX_KENYA_PAY_BILL", "22222"))
                .set("kenya.payBill", "33333");
        try (Sandbox sandbox = builder.start()) {
            assertEquals("33333", sandbox.kenya().payBill());
        }
    }

    /** A service of the name mpesa-sandbox brings variables of its own into every pod. */
    @Test
    void theVariablesOfKubernetesArePassedOver() {
        Map<String, String> variables = Map.of(
                "MPESA_SANDBOX_PORT", "tcp://10.0.0.7:8765",
                "MPESA_SANDBOX_SERVICE_HOST", "10.0.0.7",
                "MPESA_SANDBOX_SERVICE_PORT", "8765",
                "MPESA_SANDBOX_PORT_8765_TCP_ADDR", "10.0.0.7");
        Sandbox.builder().environment(variables).start().close();
    }

    @Test
    void delaysFaultsAndTheTokensLifeAreSettings() throws Exception {
        SandboxBuilder builder = Sandbox.builder()
                .set("callbackDelay", "1ms")
                .set("tokenLifetime", "1m")
                .set("faults", "kenya.stkPush=TRIPLE_CALLBACK,kenya.stkQuery=HTML_503+LOST_CALLBACK");
        try (Sandbox sandbox = builder.start();
                Receiver receiver = new Receiver()) {
            Merchant merchant = new Merchant(sandbox.kenya(), receiver);
            assertTrue(merchant.fetchToken(
                            sandbox.kenya().consumerKey(), sandbox.kenya().consumerSecret())
                    .body()
                    .contains("\"60\""));
            merchant.stkPush(merchant.push());
            assertTrue(sandbox.kenya().awaitCallbacks(SandboxTest.SOON));
            assertEquals(3, sandbox.kenya().journal().deliveries().size());
        }
    }

    @Test
    void operationsHaveThePortsThatTheyAreGiven() {
        int free = FreePort.find();
        try (Sandbox sandbox =
                Sandbox.builder().set("operationPorts", "c2bPayment=" + free).start()) {
            assertEquals(free, sandbox.mozambique().portOf("c2bPayment"));
            SandboxBuilder again = Sandbox.builder().set("operationPorts", "c2bPayment=" + free);
            assertThrows(RuntimeException.class, again::start);
        }
        Sandbox.builder().set("operationPorts", "c2bPayment=" + free).start().close();
    }

    @Test
    void aPrivateKeyMayBeInAFile(@TempDir Path folder) throws IOException {
        Path none = folder.resolve("none.pem");
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class, () -> Sandbox.builder().set("kenya.privateKey", "@" + none))
                .getMessage());
        assertTrue(message.contains("kenya.privateKey") && message.contains("file"), message);
        Files.writeString(none, "no key");
        SandboxBuilder wrong = Sandbox.builder().set("kenya.privateKey", "@" + none);
        assertThrows(IllegalArgumentException.class, wrong::start);
    }

    @Test
    void theVariablesOfClientsAreWrittenInThreeForms() {
        try (Sandbox sandbox = Sandbox.start()) {
            String shell = sandbox.environment(EnvironmentForm.SHELL);
            assertTrue(
                    shell.contains("export MPESA_KENYA_CONSUMER_KEY='"
                            + sandbox.kenya().consumerKey() + "'\n"),
                    shell);
            assertTrue(shell.contains("export MPESA_BASE_URL='" + sandbox.baseUrl() + "'\n"), shell);
            assertTrue(shell.contains("export MPESA_DRC_OPENAPI_API_KEY='"), shell);
            String dotenv = sandbox.environment(EnvironmentForm.of("dotenv"));
            assertTrue(dotenv.contains("MPESA_KENYA_CERTIFICATE=\"-----BEGIN CERTIFICATE-----\\n"), dotenv);
            assertFalse(dotenv.lines().anyMatch(line -> !line.matches("MPESA_[A-Z_0-9]+=\".*\"")), dotenv);
            assertEquals(1, sandbox.environment(EnvironmentForm.JSON).lines().count());
            assertThrows(IllegalArgumentException.class, () -> EnvironmentForm.of("xml"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port|65536|65535",
                "port|-1|65535",
                "callbackDelay|3|250ms",
                "callbackDelay|-3s|250ms",
                "callbackDelay|25h|24h",
                "clock|+1000000000-12-31T23:59:59Z|century",
                "controlToken|short|8 to 200",
                "operationPorts|c2bPayment=18352,b2cPayment=18352|different",
                "clock|today|2026-03-14T21:30:00Z",
                "acceptAnyCredential|yes|true or false",
                "operationPorts|8080|c2bPayment=18352",
                "faults|HTML_503|kenya.stkPush=HTML_503",
                "httpsPort|https|65535",
                "proxyPort|-1|65535",
                "callbackHosts|http://app|without scheme",
                "callbackAnyCertificate|yes|true or false",
                "callbackAttempts|0|1 to 999",
                "callbackPause|3|250ms",
                "sead|x|seed",
            })
    void aSettingThatCannotBeIsRefusedWithTheRule(String name, String value, String words) {
        SandboxBuilder builder = Sandbox.builder();
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> builder.set(name, value))
                .getMessage());
        assertTrue(message.contains(name) && message.contains(words), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "faults|kenya.none=HTML_503|stkPush",
                "faults|kenya.stkPush=NONE|HTML_503",
                "faults|stkPush=HTML_503|kenya.stkPush",
                "operationPorts|c2b=18352|c2bPayment",
                "host|nonsense.invalid|host must be",
                "host|8.8.8.8|host must be",
            })
    void whatOnlyTheStartCanKnowIsRefusedThere(String name, String value, String words) {
        SandboxBuilder builder = Sandbox.builder().set(name, value);
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, builder::start).getMessage());
        assertTrue(message.contains(words), message);
    }

    @Test
    void aVariableThatNobodyKnowsIsNamed() {
        SandboxBuilder builder = Sandbox.builder();
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class, () -> builder.environment(Map.of("MPESA_SANDBOX_PROT", "1")))
                .getMessage());
        assertTrue(message.contains("MPESA_SANDBOX_PROT") && message.contains("MPESA_SANDBOX_PORT"), message);
    }

    private static String withoutPorts(Sandbox sandbox) {
        return sandbox.describe()
                .replace(":" + sandbox.baseUrl().getPort(), ":PORT")
                .replaceAll("\"ports\":\\{[^}]*}", "");
    }
}
