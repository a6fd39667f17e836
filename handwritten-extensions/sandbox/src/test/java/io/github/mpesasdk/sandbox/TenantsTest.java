package io.github.mpesasdk.sandbox;

import static io.github.mpesasdk.sandbox.Merchant.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Tests that share one sandbox do not notice each other. */
class TenantsTest extends SandboxTest {

    private final Sandbox sandbox;

    TenantsTest(Sandbox sandbox, KenyaSandbox kenya) throws IOException {
        super(kenya);
        this.sandbox = sandbox;
    }

    @Test
    void faultsPhonesBooksAndJournalAreOfOneTenant() throws Exception {
        Tenant other = sandbox.tenant("other");
        Merchant theirs = new Merchant(other.kenya(), receiver);
        kenya.faults().always("stkPush", Fault.HTML_503);
        other.kenya().phone().cancels();

        assertEquals(503, merchant.stkPush(merchant.push()).statusCode());
        assertEquals(200, theirs.stkPush(theirs.push()).statusCode());
        assertTrue(receiver.next("/stk").toString().contains("1032"));

        assertTrue(other.kenya().awaitCallbacks(SOON));
        assertEquals(1, kenya.journal().count("stkPush"));
        assertEquals(1, other.kenya().journal().count("stkPush"));
        assertEquals(0, kenya.journal().deliveries().size());
        assertEquals(1, other.kenya().journal().deliveries().size());
        other.reset();
        assertEquals(0, other.kenya().journal().count("stkPush"));
        assertEquals(1, kenya.journal().count("stkPush"));
    }

    @Test
    void aTokenIsGoodForItsTenantOnly() throws Exception {
        Tenant other = sandbox.tenant("other");
        Merchant theirs = new Merchant(other.kenya(), receiver);
        String token = theirs.token();
        // Our short code with their token: it is their gateway that refuses it.
        assertEquals(
                500,
                merchant.post("/mpesa/stkpush/v1/processrequest", merchant.push(), token)
                        .statusCode());
        assertEquals(0, kenya.journal().count("stkPush"));
    }

    @Test
    void theNameDecidesWhatATenantHas() {
        Tenant one = sandbox.tenant("one");
        assertEquals(one, sandbox.tenant("one"));
        assertNotEquals(one.kenya().consumerKey(), sandbox.tenant("two").kenya().consumerKey());
        assertNotEquals(one.drc().username(), sandbox.drc().username());
        assertEquals(one.vodacom().publicKeyBase64(), sandbox.vodacom().publicKeyBase64());
        assertEquals(
                sandbox.kenya().consumerKey(), sandbox.tenant("default").kenya().consumerKey());
        assertThrows(IllegalArgumentException.class, () -> sandbox.tenant("a/b"));
        try (Sandbox again = Sandbox.start()) {
            assertEquals(one.kenya().consumerKey(), again.tenant("one").kenya().consumerKey());
        }
    }

    @Test
    void anotherProcessMakesTenantsAndSteersThem() throws Exception {
        JsonObject made = json(send("POST", "/tenants", "{}"));
        String name = made.get("tenant").getAsString();
        assertEquals(
                sandbox.baseUrl() + "/_sandbox/tenants/" + name,
                made.get("controls").getAsString());
        String key = made.getAsJsonObject("kenya").get("consumerKey").getAsString();
        assertEquals(sandbox.tenant(name).kenya().consumerKey(), key);

        String named = "{\"name\":\"%s\"}";
        assertEquals(201, send("POST", "/tenants", named.formatted("new")).statusCode());
        HttpResponse<String> known = send("POST", "/tenants", named.formatted(name));
        assertEquals(200, known.statusCode(), "it was there");
        assertEquals(made, json(known));

        String there = "/tenants/" + name;
        assertEquals(
                200,
                send("POST", there + "/kenya/phone", "{\"behaviour\":\"cancels\"}")
                        .statusCode());
        Merchant theirs = new Merchant(sandbox.tenant(name).kenya(), receiver);
        theirs.stkPush(theirs.push());
        assertTrue(receiver.next("/stk").toString().contains("1032"));
        JsonArray exchanges = json(send("GET", there + "/kenya/journal?operation=stkPush", ""))
                .getAsJsonArray("exchanges");
        assertEquals(1, exchanges.size());
        long id = exchanges.get(0).getAsJsonObject().get("id").getAsLong();
        assertEquals(
                0,
                json(send("GET", there + "/kenya/journal?after=" + id, ""))
                        .getAsJsonArray("exchanges")
                        .size());
        assertEquals(400, send("GET", there + "/kenya/journal?page=1", "").statusCode());

        assertEquals(200, send("POST", there + "/reset", "").statusCode());
        assertEquals(0, sandbox.tenant(name).kenya().journal().count("stkPush"));
        assertTrue(json(send("GET", "/tenants", ""))
                .getAsJsonArray("tenants")
                .toString()
                .contains(name));
        assertEquals(200, send("DELETE", there, "").statusCode());
        assertEquals(404, send("GET", there, "").statusCode());
        assertEquals(400, send("DELETE", "/tenants/default", "").statusCode());
    }

    /** For a client that shows credentials, or tokens, which the sandbox did not give out. */
    @Test
    void aTenantHasAnAddressUnderWhichEveryRequestIsItsOwn() throws Exception {
        JsonObject made = json(send("POST", "/tenants", "{\"name\": \"addressed\"}"));
        String address = made.get("address").getAsString();
        assertEquals(sandbox.baseUrl() + "/_tenants/addressed", address);
        Tenant other = sandbox.tenant("addressed");
        int before = kenya.journal().exchanges().size();
        other.kenya()
                .answers()
                .always("token", "{\"status\": 200, \"body\": {\"access_token\": \"not-a-real-token\"}}");

        HttpRequest strange = HttpRequest.newBuilder(
                        URI.create(address + "/oauth/v1/generate?grant_type=client_credentials"))
                .header("Authorization", "Basic bm90LWEtcmVhbC1rZXk6bm90LWEtcmVhbC1zZWNyZXQ=")
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(strange, HttpResponse.BodyHandlers.ofString());
        assertEquals("not-a-real-token", json(answer).get("access_token").getAsString());
        assertEquals(
                "/oauth/v1/generate", other.kenya().journal().exchanges().get(0).path());
        assertEquals(before, kenya.journal().exchanges().size());

        other.kenya().answers().clear();
        Merchant theirs = new Merchant(other.kenya(), receiver);
        assertEquals(200, theirs.stkPush(theirs.push()).statusCode());

        for (String nowhere : List.of("/_tenants/nobody/oauth/v1/generate", "/_tenants/addressed", "/_tenants/")) {
            HttpRequest lost = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + nowhere))
                    .build();
            assertEquals(
                    404,
                    HttpClient.newHttpClient()
                            .send(lost, HttpResponse.BodyHandlers.ofString())
                            .statusCode());
        }
    }

    @Test
    void aTenantMayHaveCredentialsOfItsChoiceThatNobodyElseHas() throws Exception {
        String body = "{\"name\":\"chosen\",\"credentials\":{\"kenya\":{\"consumerKey\":\"%s\"}}}";
        JsonObject made = json(send("POST", "/tenants", body.formatted("chosen-key")));
        assertEquals(
                "chosen-key", made.getAsJsonObject("kenya").get("consumerKey").getAsString());
        HttpResponse<String> twice =
                send("POST", "/tenants", body.formatted("chosen-key").replace("chosen\"", "third\""));
        assertEquals(400, twice.statusCode());
        assertEquals(
                400,
                send("POST", "/tenants", body.formatted(kenya.consumerKey())).statusCode());
        assertEquals(
                400,
                send("POST", "/tenants", "{\"credentials\":{\"kenya\":{\"key\":\"x\"}}}")
                        .statusCode());
        HttpResponse<String> key = send("POST", "/tenants", "{\"credentials\":{\"vodacom\":{\"privateKey\":\"x\"}}}");
        assertEquals(400, key.statusCode());
        assertTrue(key.body().contains("vodacom.privateKey"), key.body());
        send("DELETE", "/tenants/chosen", "");
    }

    @Test
    void aRemovedTenantSendsNothingAndKeepsNobodyWaiting() throws Exception {
        KenyaSandbox theirs = sandbox.tenant("gone").kenya();
        theirs.phone().asks();
        Merchant merchantThere = new Merchant(theirs, receiver);
        merchantThere.stkPush(merchantThere.push());
        assertEquals(200, send("DELETE", "/tenants/gone", "").statusCode());
        assertEquals(0, theirs.phone().prompts().size());
        assertTrue(theirs.awaitCallbacks(Duration.ZERO));
        Thread.sleep(200);
        assertEquals(0, theirs.journal().deliveries().size());
    }

    /** Eight at once, each with a phone that does something else, and none sees another's. */
    @Test
    void tenantsRunSideBySide() throws Exception {
        ExecutorService all = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> ends = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                boolean approves = i % 2 == 0;
                KenyaSandbox theirs = sandbox.tenant("beside-" + i).kenya();
                ends.add(all.submit(story(theirs, approves)));
            }
            for (Future<Boolean> end : ends) {
                assertTrue(end.get());
            }
        } finally {
            all.shutdownNow();
        }
    }

    private static Callable<Boolean> story(KenyaSandbox theirs, boolean approves) {
        return () -> {
            try (Receiver own = new Receiver()) {
                if (!approves) {
                    theirs.phone().cancels();
                }
                Merchant merchant = new Merchant(theirs, own);
                for (int i = 0; i < 5; i++) {
                    merchant.stkPush(merchant.push());
                    String callback = own.next("/stk").toString();
                    assertTrue(callback.contains(approves ? "\"ResultCode\":0" : "1032"), callback);
                }
                assertTrue(theirs.awaitCallbacks(SOON));
                return theirs.journal().count("stkPush") == 5
                        && theirs.journal().deliveries().size() == 5;
            }
        };
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return merchant.send(merchant.at("/_sandbox" + path)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
