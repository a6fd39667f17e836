package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SandboxCommandsTest {

    @Test
    void theSandboxSaysFirstHowToUseIt(@TempDir java.nio.file.Path folder) throws Exception {
        PipedReader stdout = new PipedReader(1 << 16);
        PrintWriter out = new PrintWriter(new PipedWriter(stdout), true);
        StringWriter err = new StringWriter();
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Thread sandbox = new Thread(() -> exit.complete(Mpesa.run(
                new Surroundings(new ByteArrayInputStream(new byte[0]), out, new PrintWriter(err, true), Map.of()),
                "sandbox")));
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

        JsonObject vodacom = description.getAsJsonObject("vodacom");
        Shell.Result session = new Shell()
                .set("MPESA_GHANA_API_KEY", vodacom.get("apiKey").getAsString())
                .set("MPESA_GHANA_PUBLIC_KEY", vodacom.get("publicKey").getAsString())
                .run(
                        "call",
                        "ghana",
                        "getSession",
                        "--base-url",
                        vodacom.get("baseUrl").getAsString());
        assertEquals(0, session.exit(), session.err());

        java.nio.file.Path certificate = java.nio.file.Files.writeString(
                folder.resolve("sandbox.cer"), kenya.get("certificate").getAsString());
        Shell.Result encrypted = new Shell().type("secret").run("encrypt", "--certificate", certificate.toString());
        assertEquals(0, encrypted.exit());
        assertTrue(encrypted.err().contains("expired"), encrypted.err());

        sandbox.interrupt();
        assertEquals(0, exit.get(20, TimeUnit.SECONDS));
        assertEquals("", err.toString());
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

    @Test
    void aTakenPortIsOne() {
        try (Sandbox other = Sandbox.start()) {
            Shell.Result taken = new Shell()
                    .run("sandbox", "--port", Integer.toString(other.baseUrl().getPort()));

            assertEquals(1, taken.exit());
            assertTrue(taken.err().contains("port"), taken.err());
        }
    }

    @Test
    void theQuickstartTellsItsStoryToTheEnd() {
        Shell.Result story = new Shell().run("quickstart");

        assertEquals(0, story.exit(), story.everything());
        assertEquals("", story.err());
        assertTrue(story.out().contains("Succeeded, receipt "));
        assertTrue(story.out().contains("Failed, for certain."));
        assertEquals(
                4,
                story.out()
                        .lines()
                        .filter(line -> line.contains("Found, never re-sent."))
                        .count());
        assertEquals(
                3,
                story.out()
                        .lines()
                        .filter(line -> line.startsWith("All as told."))
                        .count());
        assertTrue(story.out().contains("RefusedException, for certain."));
        assertFalse(story.out().matches("(?s).*(254708374149|255744000001|258843330333).*"));
        assertTrue(story.out().lines().allMatch(line -> line.length() <= 104 && line.equals(line.stripTrailing())));
    }
}
