package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.core.crypto.PublicKeys;
import io.github.mpesasdk.mozambique.Mozambique;
import io.github.mpesasdk.sandbox.EnvironmentForm;
import io.github.mpesasdk.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class SandboxCommandsTest {

    private static final String MOZAMBICAN_PAYMENT = """
            {"input_Amount": "10", "input_CustomerMSISDN": "258843330333", "input_ServiceProviderCode": "171717"}""";

    @Test
    void theSandboxSaysFirstHowToUseIt(@TempDir java.nio.file.Path folder) throws Exception {
        PipedReader stdout = new PipedReader(1 << 16);
        PrintWriter out = new PrintWriter(new PipedWriter(stdout), true);
        StringWriter err = new StringWriter();
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Thread sandbox = new Thread(() -> exit.complete(Mpesa.run(
                new Console(new ByteArrayInputStream(new byte[0]), out, new PrintWriter(err, true), Map.of(), false),
                "sandbox",
                "--port",
                "0")));
        sandbox.start();

        JsonObject description =
                JsonParser.parseString(new BufferedReader(stdout).readLine()).getAsJsonObject();
        JsonObject kenya = description.getAsJsonObject("kenya");
        Shell.Result token = new Shell()
                .set("MPESA_KENYA_CONSUMER_KEY", kenya.get("consumerKey").getAsString())
                .set("MPESA_KENYA_CONSUMER_SECRET", kenya.get("consumerSecret").getAsString())
                .run(
                        "call",
                        "kenya",
                        "token",
                        "--base-url",
                        description.get("baseUrl").getAsString());
        assertEquals(0, token.exit(), token.err());

        assertTrue(call(description.getAsJsonObject("vodacom"), "tanzania", "{}", "getSession")
                .contains("output_SessionID"));
        JsonObject mozambique = description.getAsJsonObject("mozambique");
        assertTrue(
                call(mozambique, "mozambique", MOZAMBICAN_PAYMENT, "c2bPayment").contains("INS-0"));
        assertEquals("Succeeded", outcome(mozambique));
        JsonObject drc = description.getAsJsonObject("drc");
        assertTrue(callDrc(drc, "login", "{}").contains("SessionID"));
        assertTrue(callDrc(drc, "c2bPayment", """
                {"CustomerMSISDN": "243810000001", "ServiceProviderCode": %s, "CommandId": %s, "Currency": "CDF",
                 "Amount": "10", "CallBackDestination": "http://127.0.0.1:9/mpesa", "Surname": "Shop",
                 "Initials": "Tea"}""".formatted(drc.get("serviceProviderCode"), drc.get("c2bCommandId")))
                .contains("InsightReference"));

        java.nio.file.Path certificate = java.nio.file.Files.writeString(
                folder.resolve("sandbox.cer"), kenya.get("certificate").getAsString());
        Shell.Result encrypted = new Shell().type("secret").run("encrypt", "--certificate", certificate.toString());
        assertEquals(0, encrypted.exit());
        assertTrue(encrypted.err().contains("expired"), encrypted.err());

        sandbox.interrupt();
        assertEquals(0, exit.get(60, TimeUnit.SECONDS));
        assertTrue(err.toString().startsWith("A page to look at: http://127.0.0.1:"), err.toString());
        assertTrue(err.toString().contains("mozambique POST c2bPayment -> 201"), err.toString());
        assertFalse(err.toString().contains("258843330333"), err.toString());
        assertEquals(
                4,
                new Shell()
                        .set("MPESA_KENYA_CONSUMER_KEY", "key")
                        .set("MPESA_KENYA_CONSUMER_SECRET", "secret")
                        .run(
                                "call",
                                "kenya",
                                "token",
                                "--base-url",
                                description.get("baseUrl").getAsString())
                        .exit());
    }

    /** The same for the SOAP gateway. */
    private static String callDrc(JsonObject printed, String operation, String input) {
        Shell.Result answer = new Shell()
                .set("MPESA_DRC_USERNAME", printed.get("username").getAsString())
                .set("MPESA_DRC_PASSWORD", printed.get("password").getAsString())
                .type(input)
                .run(
                        "call",
                        "drc",
                        operation,
                        "--json=-",
                        "--base-url=" + printed.get("baseUrl").getAsString());
        assertEquals(0, answer.exit(), answer.err());
        return answer.out();
    }

    /** Calls an operation with nothing but what the sandbox printed of a gateway. */
    private static String call(JsonObject printed, String market, String input, String operation) {
        String prefix = "MPESA_" + market.toUpperCase(Locale.ROOT);
        Shell.Result answer = new Shell()
                .set(prefix + "_API_KEY", printed.get("apiKey").getAsString())
                .set(prefix + "_PUBLIC_KEY", printed.get("publicKey").getAsString())
                .type(input)
                .run(
                        "call",
                        market,
                        operation,
                        "--json",
                        "-",
                        "--base-url",
                        printed.get("baseUrl").getAsString());
        assertEquals(0, answer.exit(), answer.err());
        return answer.out();
    }

    /** The same from a program. */
    private static String outcome(JsonObject printed) {
        try (Mozambique client = Mozambique.builder()
                .at(URI.create(printed.get("baseUrl").getAsString()))
                .apiKey(
                        printed.get("apiKey").getAsString(),
                        PublicKeys.read(printed.get("publicKey").getAsString()))
                .serviceProvider(printed.get("serviceProviderCode").getAsString())
                .build()) {
            return client.c2b()
                    .charge(charge -> charge.amount(10).from("84 333 0333").reference("INV001"))
                    .await(Duration.ofSeconds(30))
                    .getClass()
                    .getSimpleName();
        }
    }

    /** What GET /_sandbox/env says is all that the command needs, in every market. */
    @Test
    void theVariablesAreAllThatTheCommandNeeds() {
        try (Sandbox sandbox = Sandbox.start()) {
            JsonObject variables = JsonParser.parseString(sandbox.environment(EnvironmentForm.JSON))
                    .getAsJsonObject();
            Shell shell = new Shell();
            variables.asMap().forEach((name, value) -> shell.set(name, value.getAsString()));
            String push = """
                    {"TransactionType": "CustomerPayBillOnline", "Amount": 1, "PhoneNumber": 254708374149,
                     "BusinessShortCode": "%1$s", "PartyA": 254708374149, "PartyB": "%1$s", "AccountReference": "A",
                     "TransactionDesc": "Tea", "CallBackURL": "http://127.0.0.1:9/pay"}""".formatted(sandbox.kenya().payBill());
            String payment = """
                    {"InitiatorName": "%s", "CommandID": "BusinessPayment", "Amount": 10, "PartyA": "%s",
                     "PartyB": 254708374149, "Remarks": "Refund", "QueueTimeOutURL": "http://127.0.0.1:9/late",
                     "ResultURL": "http://127.0.0.1:9/result"}""".formatted(
                            sandbox.kenya().initiatorName(), sandbox.kenya().businessShortCode());
            assertSent(shell, sandbox.kenya().baseUrl(), "kenya", "stkPush", push);
            assertSent(shell, sandbox.kenya().baseUrl(), "kenya", "b2cPaymentV3", payment);
            assertSent(shell, sandbox.vodacom().baseUrl(), "tanzania", "getSession", "{}");
            assertSent(shell, sandbox.vodacom().baseUrl(), "drc-openapi", "getSession", "{}");
            assertSent(shell, sandbox.mozambique().baseUrl(), "mozambique", "c2bPayment", MOZAMBICAN_PAYMENT);
            assertSent(shell, sandbox.drc().baseUrl(), "drc", "login", "{}");
            assertTrue(sandbox.kenya().awaitCallbacks(Duration.ofSeconds(30)));
            assertTrue(sandbox.kenya().journal().deliveries().stream()
                    .allMatch(delivery -> delivery.body().contains("\"ResultCode\":0")));
        }
    }

    private static void assertSent(Shell shell, URI baseUrl, String market, String operation, String input) {
        Shell.Result sent =
                shell.type(input).run("call", market, operation, "--json", "-", "--base-url", baseUrl.toString());
        assertEquals(0, sent.exit(), sent.err());
    }

    @Test
    void aTakenPortIsOne(@TempDir java.nio.file.Path folder) {
        try (Sandbox other = Sandbox.start()) {
            int port = other.baseUrl().getPort();
            for (String option : List.of("--port", "--https-port")) {
                Shell.Result taken = new Shell()
                        .run(
                                "sandbox",
                                "--set",
                                "port=0",
                                "--set",
                                "authority=" + folder,
                                option,
                                String.valueOf(port));

                assertEquals(1, taken.exit());
                assertTrue(
                        taken.err().contains("Port " + port + " is taken, perhaps by another sandbox."), taken.err());
            }
        }
    }

    @Test
    void aSettingThatCannotBeIsBadInputWithTheRule() {
        for (String[] wrong : new String[][] {
            {"--set", "kenya.payBill=shop"},
            {"--set", "callbackDelay=3"},
            {"--env", "xml"},
            {"--settings", "no-such-file"},
            {"--mozambique-ports", "some"},
        }) {
            Shell.Result refused = new Shell().run("sandbox", "--port", "0", wrong[0], wrong[1]);

            assertEquals(2, refused.exit(), refused.err());
        }
        Shell.Result misspelt = new Shell().set("MPESA_SANDBOX_PROT", "1").run("sandbox", "--port", "0");
        assertEquals(2, misspelt.exit());
        assertTrue(misspelt.err().contains("MPESA_SANDBOX_PORT"), misspelt.err());
    }
}
