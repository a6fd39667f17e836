package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar that people run. */
@Timeout(480)
class MpesaJarIT {

    private static final int TERMINATED = 143;

    @Test
    void answersOnStdoutAndExits() throws Exception {
        Process version = start("--version");

        assertTrue(text(version).startsWith("mpesa "));
        assertEquals(0, version.waitFor());
    }

    @Test
    void theLauncherFindsItThroughALink(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "Windows has mpesa.cmd");
        Path link = Files.createSymbolicLink(
                folder.resolve("mpesa"), Path.of("bin", "mpesa").toAbsolutePath());
        Process explained = new ProcessBuilder(link.toString(), "explain", "operator does not exist").start();

        assertTrue(text(explained).contains("SFC_IC0003"), complaint(explained));
        assertEquals(0, explained.waitFor());
    }

    @Test
    void complainsOnStderrInOneObject() throws Exception {
        Process refused = start("call", "kenya", "stkPush", "--json", "no-such-file");
        String complaint = complaint(refused);

        assertEquals(2, refused.waitFor());
        assertEquals(
                "invalidInput",
                JsonParser.parseString(complaint).getAsJsonObject().get("error").getAsString());
        assertEquals("", text(refused));
    }

    @Test
    void runsTheSandboxUntilItIsTerminated() throws Exception {
        Process sandbox = start("sandbox", "--port", "0");
        try (BufferedReader stdout = sandbox.inputReader(StandardCharsets.UTF_8)) {
            JsonObject description = JsonParser.parseString(stdout.readLine()).getAsJsonObject();
            JsonObject kenya = description.getAsJsonObject("kenya");
            Process token = start(
                    "call",
                    "kenya",
                    "token",
                    "--base-url",
                    description.get("baseUrl").getAsString(),
                    "--consumer-key",
                    kenya.get("consumerKey").getAsString(),
                    "--consumer-secret",
                    kenya.get("consumerSecret").getAsString());
            assertTrue(text(token).contains("access_token"));
            assertEquals(0, token.waitFor());

            sandbox.toHandle().destroy();
            assertTrue(sandbox.waitFor(60, TimeUnit.SECONDS));
            assertEquals(TERMINATED, sandbox.exitValue());
            String told = complaint(sandbox);
            assertTrue(told.contains("kenya GET token -> 200"), told);
        } finally {
            sandbox.destroyForcibly();
        }
    }

    @Test
    void speaksAndReadsTheXmlOfTheDrc(@TempDir Path folder) throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            DrcCaller caller = new DrcCaller(sandbox.drc());
            Path charge = Files.writeString(
                    folder.resolve("charge.json"), caller.charge().toString());
            Process paid = start(
                    "call",
                    "drc",
                    "c2bPayment",
                    "--json=" + charge,
                    "--base-url=" + sandbox.drc().baseUrl(),
                    "--username=" + sandbox.drc().username(),
                    "--password=" + sandbox.drc().password());
            assertTrue(text(paid).contains("InsightReference"), complaint(paid));
            assertEquals(0, paid.waitFor());
            assertEquals("", complaint(paid));

            Path answer = Files.writeString(
                    folder.resolve("answer.xml"),
                    sandbox.drc().journal().of("c2bPayment").get(0).answer());
            Process decoded = start("decode", "auto", answer.toString());
            assertTrue(text(decoded).contains("pending"), complaint(decoded));
            assertEquals(0, decoded.waitFor());
        }
    }

    private static String complaint(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                Path.of("target", "mpesa.jar").toString()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).start();
    }

    private static String text(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
