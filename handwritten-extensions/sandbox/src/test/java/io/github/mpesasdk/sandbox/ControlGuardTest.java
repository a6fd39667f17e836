package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** No page of another site steers a sandbox, and nobody of another machine who has not its token. */
class ControlGuardTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void onLoopbackPagesOfOtherSitesAreTurnedAway() throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                RawConnection raw = new RawConnection(sandbox.baseUrl())) {
            String own = "127.0.0.1:" + sandbox.baseUrl().getPort();
            assertEquals(200, status(sandbox, "/_sandbox", Map.of()));
            assertEquals(200, status(sandbox, "/_sandbox", Map.of("Origin", "http://" + own)));
            assertEquals(403, status(sandbox, "/_sandbox", Map.of("Origin", "https://evil.example")));
            assertEquals(403, status(sandbox, "/_sandbox/kenya/journal", Map.of("Origin", "null")));
            assertEquals(403, status(sandbox, "/_sandbox/env", Map.of("Sec-Fetch-Site", "cross-site")));
            assertEquals(200, status(sandbox, "/_sandbox/env", Map.of("Sec-Fetch-Site", "same-origin")));
            // A name of the attacker's that leads to 127.0.0.1 by now.
            raw.get("/_sandbox", "evil.example");
            String answer = raw.read(all -> all.startsWith("HTTP/1.1 403"));
            assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
        }
    }

    @Test
    void onOtherAddressesTheTokenIsWanted() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().host("0.0.0.0").start()) {
            JsonObject told = JsonParser.parseString(sandbox.describe()).getAsJsonObject();
            String token = told.get("controlToken").getAsString();
            assertEquals(403, status(sandbox, "/_sandbox", Map.of()));
            assertEquals(403, status(sandbox, "/_sandbox", Map.of("Authorization", "Bearer x")));
            assertEquals(200, status(sandbox, "/_sandbox", Map.of("Authorization", "Bearer " + token)));
            assertEquals(200, status(sandbox, "/_sandbox/health", Map.of()));
            assertEquals(
                    400,
                    status(
                            sandbox,
                            "/oauth/v1/generate?grant_type=client_credentials",
                            Map.of("Authorization", "Basic eDp5")));
        }
        try (Sandbox sandbox = Sandbox.builder().controlToken("my-token").start()) {
            assertEquals(403, status(sandbox, "/_sandbox", Map.of()));
            assertEquals(200, status(sandbox, "/_sandbox", Map.of("Authorization", "Bearer my-token")));
        }
    }

    /** Jetty keeps the headers of a connection, and by default finds them again in any case of their values. */
    @Test
    void aTokenIsNotReadInTheCaseOfOneBefore() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().controlToken("Xy-token").start()) {
            assertEquals(403, status(sandbox, "/_sandbox", Map.of("Authorization", "Bearer x")));
            assertEquals(200, status(sandbox, "/_sandbox", Map.of("Authorization", "Bearer Xy-token")));
            assertEquals(403, status(sandbox, "/_sandbox", Map.of("Authorization", "Bearer XY-TOKEN")));
        }
    }

    /** A callback may be addressed to anything on this machine. */
    @Test
    void aCallbackSteersNothing() throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                Receiver receiver = new Receiver()) {
            Merchant merchant = new Merchant(sandbox.kenya(), receiver);
            JsonObject push = merchant.push();
            push.addProperty("CallBackURL", sandbox.baseUrl() + "/_sandbox/kenya/expire-tokens");
            String token = merchant.token();
            merchant.post("/mpesa/stkpush/v1/processrequest", push, token);
            assertTrue(sandbox.kenya().awaitCallbacks(SandboxTest.SOON));
            assertEquals(403, sandbox.kenya().journal().deliveries().get(0).status());
            assertEquals(
                    200,
                    merchant.post("/mpesa/stkpush/v1/processrequest", merchant.push(), token)
                            .statusCode());
        }
    }

    @Test
    void aBodyHasALimit() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            HttpResponse<String> tooLong = client.send(
                    HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/mpesa/stkpush/v1/processrequest"))
                            .POST(HttpRequest.BodyPublishers.ofString("x".repeat(10_000_001)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(413, tooLong.statusCode());
        }
    }

    @Test
    void everyRequestAndCallbackIsOneMaskedLine() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (Sandbox sandbox = Sandbox.builder().log(lines::add).start();
                Receiver receiver = new Receiver()) {
            Merchant merchant = new Merchant(sandbox.kenya(), receiver);
            merchant.fetchToken("x", "y");
            merchant.stkPush(merchant.push());
            receiver.next("/stk");
            assertTrue(sandbox.kenya().awaitCallbacks(SandboxTest.SOON));
            JsonObject bad = merchant.push();
            bad.addProperty("Amount", "one shilling");
            merchant.stkPush(bad);
            merchant.send(merchant.at("/mpesa/none").build());
            merchant.post("/mpesa/accountbalance/v1/query", merchant.push(), "a-token-Of-Letters-99");
            merchant.post("/mpesa/stkpush/v1/processrequest", merchant.push(), "a-token-Of-Letters-99");
            JsonObject known = merchant.push();
            known.addProperty("CallBackURL", "http://user:sekretpass@127.0.0.1:9/x");
            merchant.stkPush(known);
            assertTrue(sandbox.kenya().awaitCallbacks(SandboxTest.SOON));
            merchant.send(merchant.at("/mpesa/0708%20374%20149").build());
        }
        String all = String.join("\n", lines);
        assertTrue(all.contains("kenya GET token -> 400: nothing in the body"), all);
        assertTrue(all.contains("kenya POST stkPush -> 200"), all);
        assertTrue(all.contains("kenya stkPushCallback to http://127.0.0.1:"), all);
        assertTrue(all.contains("Invalid Amount"), all);
        assertTrue(all.contains("kenya GET /mpesa/none -> 404"), all);
        assertTrue(lines.stream().noneMatch(line -> line.contains(Merchant.CUSTOMER)), all);
        assertTrue(lines.stream().noneMatch(line -> line.contains("/stk")), all);
        assertTrue(lines.stream().noneMatch(line -> line.contains("a-token-Of-Letters-99")), all);
        assertTrue(lines.stream().noneMatch(line -> line.contains("sekret")), all);
    }

    private int status(Sandbox sandbox, String path, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
