package io.github.mpesasdk.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.vodacomapi.VodacomApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The {@code mpesa} command, in a process of its own, knows the country wherever it takes the name of a market. */
class CommandTest {

    private record Run(int exit, String out, String err) {}

    @Test
    void itListsTheOperations() throws Exception {
        Run operations = mpesa(Map.of(), "", "operations", "freedonia", "--wide");
        assertEquals(0, operations.exit(), operations.err());
        assertEquals(VodacomApi.OPERATIONS.size() + 1, operations.out().lines().count(), operations.out());
        assertTrue(operations.out().contains("freedonia"), operations.out());
    }

    @Test
    void itCallsThem() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            Map<String, String> credentials = Map.of(
                    "MPESA_FREEDONIA_API_KEY", sandbox.vodacom().apiKey(),
                    "MPESA_FREEDONIA_PUBLIC_KEY", sandbox.vodacom().publicKeyBase64());
            Run call = mpesa(
                    credentials,
                    """
                    {"input_Amount": "10", "input_CustomerMSISDN": "29920000001", "input_ServiceProviderCode": "000000",
                     "input_PurchasedItemsDesc": "Tea"}""",
                    "call",
                    "freedonia",
                    "c2bPayment",
                    "--json",
                    "-",
                    "--base-url",
                    sandbox.vodacom().baseUrl().toString());
            assertEquals(0, call.exit(), call.err());
            assertEquals(
                    "INS-0",
                    JsonParser.parseString(call.out())
                            .getAsJsonObject()
                            .get("output_ResponseCode")
                            .getAsString());
            assertEquals(List.of(), sandbox.vodacom().journal().violations());
        }
    }

    @Test
    void itExplainsTheCodesAndDecodesTheAnswers() throws Exception {
        Run explained = mpesa(Map.of(), "", "explain", "freedonia", "INS-2006");
        assertEquals(0, explained.exit(), explained.err());
        assertTrue(explained.out().contains("freedonia") && explained.out().contains("INS-2006"), explained.out());
        Run decoded = mpesa(Map.of(), """
                {"output_ResponseCode": "INS-0", "output_ResponseDesc": "Request processed successfully",
                 "output_TransactionID": "K3tP08wXyZ4q"}""", "decode", "freedonia", "-");
        assertEquals(0, decoded.exit(), decoded.err());
        assertTrue(decoded.out().contains("\"succeeded\""), decoded.out());
    }

    @Test
    void itTellsItsStory() throws Exception {
        Run story = mpesa(Map.of(), "", "quickstart", "freedonia");
        assertEquals(0, story.exit(), story.err());
        assertTrue(story.out().contains("FREEDONIA, by the M-Pesa OpenAPI, in FRD."), story.out());
        assertTrue(story.out().contains("All as told."), story.out());
    }

    private static Run mpesa(Map<String, String> environment, String input, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.mpesasdk.cli.Mpesa"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
            stdin.write(input);
        }
        // What it has to say on stderr is short, and waits in the pipe.
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, err);
    }
}
