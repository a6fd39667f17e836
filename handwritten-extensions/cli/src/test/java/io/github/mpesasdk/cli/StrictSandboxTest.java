package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code mpesa sandbox --strict}, and without it. */
@Timeout(240)
class StrictSandboxTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource({"--strict, 400", "--quiet, 200"})
    void whatOnlyADocumentForbidsIsRefusedOnRequest(String option, int status) throws Exception {
        PipedReader stdout = new PipedReader(1 << 16);
        PrintWriter out = new PrintWriter(new PipedWriter(stdout), true);
        PrintWriter err = new PrintWriter(new StringWriter(), true);
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Thread sandbox = new Thread(() -> exit.complete(Mpesa.run(
                new Console(new ByteArrayInputStream(new byte[0]), out, err, Map.of(), false),
                "sandbox",
                "--port=0",
                option)));
        sandbox.start();
        JsonObject kenya = JsonParser.parseString(new BufferedReader(stdout).readLine())
                .getAsJsonObject()
                .getAsJsonObject("kenya");
        assertEquals(status, register(kenya, "Complete"));
        assertEquals(200, register(kenya, "Completed"));
        sandbox.interrupt();
        assertEquals(0, exit.get(60, TimeUnit.SECONDS));
    }

    /** The status of a registration with a response type. */
    private int register(JsonObject kenya, String responseType) throws Exception {
        String keyAndSecret = kenya.get("consumerKey").getAsString() + ":"
                + kenya.get("consumerSecret").getAsString();
        String basic = Base64.getEncoder().encodeToString(keyAndSecret.getBytes(StandardCharsets.UTF_8));
        String token = send(at(kenya, "/oauth/v1/generate?grant_type=client_credentials")
                        .header("Authorization", "Basic " + basic))
                .body();
        JsonObject registration = new JsonObject();
        registration.add("ShortCode", kenya.get("payBill"));
        registration.addProperty("ResponseType", responseType);
        registration.addProperty("ConfirmationURL", "http://127.0.0.1:9/confirmed");
        registration.addProperty("ValidationURL", "http://127.0.0.1:9/asked");
        return send(at(kenya, "/mpesa/c2b/v2/registerurl")
                        .header(
                                "Authorization",
                                "Bearer "
                                        + JsonParser.parseString(token)
                                                .getAsJsonObject()
                                                .get("access_token")
                                                .getAsString())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(registration.toString())))
                .statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder at(JsonObject kenya, String path) {
        return HttpRequest.newBuilder(URI.create(kenya.get("baseUrl").getAsString() + path));
    }
}
