package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The image and the compose example, where Docker runs. */
@Timeout(900)
class ContainerIT {

    private static final String TOKEN = UUID.randomUUID().toString();
    private static final int TERMINATED = 143;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String name = "mpesa-sandbox-" + UUID.randomUUID();

    private final int hostPort;

    @TempDir
    Path folder;

    ContainerIT() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            hostPort = free.getLocalPort();
        }
    }

    @BeforeEach
    void dockerIsThere() throws Exception {
        assumeTrue(runs("docker", "info"), "no Docker daemon can be reached");
        assumeTrue(isThere("eclipse-temurin:17-jre-alpine"), "the image of Java cannot be fetched");
    }

    @Test
    void theImageRunsTheSandboxWithoutRootAndSaysThatItIsHealthy() throws Exception {
        docker("build", "--tag", name, ".");
        docker(
                "run",
                "--detach",
                "--name",
                name,
                "--env",
                "MPESA_SANDBOX_CONTROL_TOKEN=" + TOKEN,
                "-p",
                "127.0.0.1::8765",
                name);
        try {
            String health = "";
            for (int i = 0; i < 120 && !health.equals("healthy"); i++) {
                Thread.sleep(1_000);
                health = docker("inspect", "--format", "{{.State.Health.Status}}", name);
            }
            assertEquals("healthy", health, docker("logs", name));
            assertNotEquals("0", docker("exec", name, "id", "-u"));

            URI controls = URI.create("http://" + docker("port", name, "8765/tcp") + "/_sandbox");
            assertEquals(403, send(HttpRequest.newBuilder(controls)).statusCode());
            assertEquals(
                    200,
                    send(HttpRequest.newBuilder(controls).header("Authorization", "Bearer " + TOKEN))
                            .statusCode());

            docker("stop", "-t", "20", name);
            assertEquals(String.valueOf(TERMINATED), docker("inspect", "--format", "{{.State.ExitCode}}", name));
        } finally {
            docker("rm", "--force", name);
            docker("rmi", "--force", name);
        }
    }

    @Test
    void theApplicationOfTheComposeFileIsCalledBack() throws Exception {
        assumeTrue(runs("docker", "compose", "version"), "docker compose is not installed");
        assumeTrue(isThere("python:3.13-alpine"), "the image of Python cannot be fetched");
        compose("up", "--build", "--detach", "--wait");
        try {
            URI address = URI.create("http://" + compose("port", "mpesa", "8765"));
            HttpResponse<String> accepted = push(address);
            assertEquals(200, accepted.statusCode(), accepted.body());
            String printed = "";
            for (int i = 0; i < 30 && !printed.contains("stkCallback"); i++) {
                Thread.sleep(1_000);
                printed = compose("logs", "app");
            }
            assertTrue(printed.contains("/paid"), printed + compose("logs", "mpesa"));
        } finally {
            compose("down", "--volumes", "--rmi", "local");
        }
    }

    /** A push with the credentials of the compose file, as its application would send it. */
    private HttpResponse<String> push(URI address) throws Exception {
        String basic = base64("compose-consumer-key:compose-consumer-secret");
        JsonObject token = JsonParser.parseString(
                        send(HttpRequest.newBuilder(address.resolve("/oauth/v1/generate?grant_type=client_credentials"))
                                        .header("Authorization", "Basic " + basic))
                                .body())
                .getAsJsonObject();
        String now = LocalDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyyMMddHHmmss"));
        String body = """
                {"BusinessShortCode": "600100", "Password": "%s", "Timestamp": "%s", "TransactionType": "CustomerPayBillOnline",
                 "Amount": "10", "PartyA": "254708374149", "PartyB": "600100", "PhoneNumber": "254708374149",
                 "CallBackURL": "http://app:8080/paid", "AccountReference": "INV-001", "TransactionDesc": "Tea"}""".formatted(base64("600100" + "compose-passkey" + now), now);
        return send(HttpRequest.newBuilder(address.resolve("/mpesa/stkpush/v1/processrequest"))
                .header("Authorization", "Bearer " + token.get("access_token").getAsString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String compose(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("compose", "--project-name", name));
        all.addAll(List.of(words));
        return docker(all.toArray(String[]::new));
    }

    private String docker(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        Process process = start(command);
        assertTrue(process.waitFor(10, TimeUnit.MINUTES), () -> "no end of " + command);
        assertEquals(0, process.exitValue(), () -> command + ": " + output());
        return output();
    }

    private boolean isThere(String image) throws Exception {
        return runs("docker", "image", "inspect", image) || runs("docker", "pull", image);
    }

    private boolean runs(String... words) throws Exception {
        try {
            Process process = start(List.of(words));
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment().put("MPESA_SANDBOX_CONTROL_TOKEN", TOKEN);
        builder.environment().put("MPESA_HOST_PORT", String.valueOf(hostPort));
        return builder.start();
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("output.txt")).strip();
        } catch (IOException unreadable) {
            return "unreadable output";
        }
    }
}
