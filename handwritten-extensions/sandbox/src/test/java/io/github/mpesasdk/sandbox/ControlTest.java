package io.github.mpesasdk.sandbox;

import static io.github.mpesasdk.sandbox.Merchant.CUSTOMER;
import static io.github.mpesasdk.sandbox.Merchant.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ControlTest extends SandboxTest {

    private final Sandbox sandbox;

    ControlTest(Sandbox sandbox, KenyaSandbox kenya) throws IOException {
        super(kenya);
        this.sandbox = sandbox;
    }

    @Test
    void oneLineTellsAnotherProcessEverything() throws Exception {
        String line = sandbox.describe();
        assertFalse(line.contains("\n"));
        JsonObject description = JsonParser.parseString(line).getAsJsonObject();
        assertEquals(sandbox.baseUrl().toString(), description.get("baseUrl").getAsString());
        JsonObject market = description.getAsJsonObject("kenya");
        assertEquals(kenya.consumerSecret(), market.get("consumerSecret").getAsString());
        assertEquals(kenya.certificatePem(), market.get("certificate").getAsString());
        for (var gateway : Map.of(
                        "kenya", kenya.baseUrl(),
                        "vodacom", sandbox.vodacom().baseUrl(),
                        "mozambique", sandbox.mozambique().baseUrl())
                .entrySet()) {
            JsonObject described = description.getAsJsonObject(gateway.getKey());
            assertEquals(gateway.getValue().toString(), described.get("baseUrl").getAsString());
        }
        assertEquals(line, get("").body());
    }

    @Test
    void theServerListensOnLoopbackAndHidesItsEngine() throws Exception {
        assertEquals("127.0.0.1", sandbox.baseUrl().getHost());
        assertEquals(
                404, merchant.send(merchant.at("/__admin/mappings").build()).statusCode());
        assertEquals(404, merchant.send(merchant.at("/somewhere").build()).statusCode());
    }

    @Test
    void faultsAndPhonesCanBeSetFromOutside() throws Exception {
        post("/kenya/faults", "{\"operation\":\"stkPush\",\"fault\":\"HTML_503\"}");
        assertEquals(503, merchant.stkPush(merchant.push()).statusCode());
        post("/kenya/faults", "{\"operation\":\"stkPush\",\"faults\":[\"DUPLICATE_CALLBACK\"],\"always\":true}");
        post("/kenya/phone", "{\"behaviour\":\"cancels\",\"msisdn\":\"" + CUSTOMER + "\"}");
        merchant.stkPush(merchant.push());
        assertTrue(receiver.next("/stk").toString().contains("1032"));
        assertTrue(receiver.next("/stk").toString().contains("1032"));
        post("/kenya/faults", "{}");
        post("/kenya/phone", "{\"behaviour\":\"approves\",\"afterMillis\":10}");
        post("/kenya/pending", "{\"form\":\"RESULT_4999\"}");
        post("/kenya/payer", "{\"form\":\"IN_FULL\"}");
        post("/kenya/fail-next", "{\"operation\":\"stkPush\",\"code\":\"E3008\"}");
        merchant.stkPush(merchant.push());
        assertTrue(receiver.next("/stk").toString().contains("E3008"));
    }

    @Test
    void journalAndLedgerCanBeReadAndReset() throws Exception {
        merchant.stkPush(merchant.push());
        receiver.next("/stk");
        assertTrue(kenya.awaitCallbacks(SOON));

        JsonObject journal = json(get("/kenya/journal"));
        JsonObject push = journal.getAsJsonArray("exchanges").get(1).getAsJsonObject();
        assertEquals("stkPush", push.get("operation").getAsString());
        assertEquals(200, push.get("status").getAsInt());
        assertEquals(kenya.consumerKey(), push.get("caller").getAsString());
        assertEquals(1, journal.getAsJsonArray("deliveries").size());
        assertEquals(1, json(get("/kenya/ledger")).getAsJsonArray("entries").size());

        post("/kenya/reset", "");
        assertEquals(0, json(get("/kenya/journal")).getAsJsonArray("exchanges").size());
        assertEquals(0, json(get("/kenya/ledger")).getAsJsonArray("entries").size());
    }

    @Test
    void tokensCanBeEndedFromOutside() throws Exception {
        String token = merchant.token();
        post("/kenya/expire-tokens", "");
        assertEquals(
                404,
                merchant.post("/mpesa/stkpush/v1/processrequest", merchant.push(), token)
                        .statusCode());
    }

    @Test
    void theOtherMarketsAreToldAndSteeredInTheSameWay() throws Exception {
        JsonObject description = json(get(""));
        JsonObject vodacom = description.getAsJsonObject("vodacom");
        assertEquals(sandbox.vodacom().apiKey(), vodacom.get("apiKey").getAsString());
        assertEquals(
                sandbox.vodacom().publicKeyBase64(), vodacom.get("publicKey").getAsString());
        assertEquals("000000", vodacom.get("serviceProviderCode").getAsString());
        JsonObject mozambique = description.getAsJsonObject("mozambique");
        assertEquals("171717", mozambique.get("serviceProviderCode").getAsString());
        assertEquals(
                sandbox.mozambique().portOf("reversal"),
                mozambique.getAsJsonObject("ports").get("reversal").getAsInt());
        JsonObject drc = description.getAsJsonObject("drc");
        assertEquals(sandbox.drc().password(), drc.get("password").getAsString());
        assertEquals(sandbox.baseUrl() + "/insight/SOAPIn", drc.get("loginUrl").getAsString());
        assertEquals(sandbox.baseUrl() + "/iPG/B2C", drc.get("b2cUrl").getAsString());

        post("/vodacom/mode", "{\"asynchronous\":true,\"responseUrl\":\"http://127.0.0.1:9/response\"}");
        post("/vodacom/activation-delay", "{\"millis\":100}");
        post("/vodacom/session-lifetime", "{\"millis\":100}");
        post("/vodacom/expire-sessions", "");
        post("/vodacom/phone", "{\"behaviour\":\"cancels\",\"msisdn\":\"26657123456\"}");
        post("/vodacom/faults", "{\"operation\":\"getSession\",\"fault\":\"HTML_503\"}");
        post("/mozambique/customer-name", "{\"form\":\"RESPONSE_CODE\"}");
        post("/mozambique/mode", "{\"asynchronous\":false}");
        post("/drc/session-lifetime", "{\"millis\":100}");
        post("/drc/expire-sessions", "");
        post("/drc/wrong-credentials", "{\"form\":\"ERROR\"}");
        post("/drc/b2c-answer", "{\"form\":\"INSIGHT_REFERENCE\"}");
        post("/drc/soap-fault", "{\"form\":\"CLIENT_200\"}");
        post("/drc/phone", "{\"behaviour\":\"ignores\",\"msisdn\":\"243810000001\"}");
        post("/drc/faults", "{\"operation\":\"login\",\"fault\":\"HTML_503\"}");
        for (String market : List.of("/vodacom", "/mozambique", "/drc")) {
            assertEquals(
                    0, json(get(market + "/ledger")).getAsJsonArray("entries").size());
            assertEquals(
                    0,
                    json(get(market + "/journal")).getAsJsonArray("exchanges").size());
            post(market + "/reset", "");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/kenya/faults|{\"operation\":\"stkPush\"}|400",
                "/kenya/faults|{\"operation\":\"stkPush\",\"fault\":\"NONE\"}|400",
                "/kenya/faults|{\"operation\":\"none\",\"fault\":\"SLOW\"}|400",
                "/kenya/phone|{}|400",
                "/kenya/phone|{\"behaviour\":\"sings\"}|400",
                "/kenya/phone|{|400",
                "/kenya/phone|[]|400",
                "/kenya/nothing|{}|400",
                "/vodacom/mode|{}|400",
                "/vodacom/activation-delay|{}|400",
                "/vodacom/nothing|{}|400",
                "/mozambique/customer-name|{}|400",
                "/drc/session-lifetime|{}|400",
                "/drc/soap-fault|{}|400",
                "/kenya/faults|{\"op\":\"stkPush\",\"fault\":\"HTML_503\"}|400",
                "/kenya/faults|{\"operation\":\"stkPush\",\"faults\":[]}|400",
                "/kenya/phone|{\"behaviour\":\"approves\",\"afterMillis\":999999999}|400",
                "/kenya/answers|{\"operation\":\"stkPush\",\"answer\":{\"status\":200,\"body\":{\"a\":{\"$sent\":null}}}}|400",
                "/kenya/answers|{\"operation\":\"stkPush\",\"answer\":{\"status\":200,\"text\":\"\",\"headers\":{\"Content-Length\":\"x\"}}}|400",
                "/kenya/answers|{\"operation\":\"stkPush\",\"answer\":{\"status\":200,\"text\":\"\",\"headers\":{\"X A\":\"x\"}}}|400",
                "/tenants|{\"credentials\":\"x\"}|400",
                "/tenants|{\"credentials\":null}|400",
                "/tenants|{\"credentials\":{\"kenya\":null}}|400",
                "/tenants|{\"name\":7}|400",
                "/kenya/fail-next|{\"operation\":\"stkPush\",\"code\":null}|400",
                "/kenya/fail-next|{\"operation\":\"stkPush\",\"code\":{}}|400",
                "/kenya/phone|{\"behaviour\":\"cancels\",\"afterMillis\":5}|400",
                "/drc/b2c-answer|{\"form\":\"NONE\"}|400",
                "/drc/nothing|{}|400",
                "/nowhere/reset|{}|404",
            })
    void nonsenseIsRefusedWithAReason(String path, String body, int status) throws Exception {
        HttpResponse<String> answer = send(path, body);
        assertEquals(status, answer.statusCode());
        assertFalse(json(answer).get("error").getAsString().isEmpty());
    }

    /** The document of the controls and the controls themselves know the same commands. */
    @Test
    void theControlsAreAnOpenApiDocumentOfTheirOwn() throws Exception {
        HttpResponse<String> answer = get("/openapi.yaml");
        assertEquals(200, answer.statusCode());
        Map<?, ?> document = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(answer.body());
        Map<?, ?> paths = map(document, "paths");
        List<?> parameters = (List<?>) Objects.requireNonNull(
                map(paths, "/_sandbox/{market}/{command}").get("parameters"));
        Map<?, ?> commands = map((Map<?, ?>) parameters.get(1), "x-commands");

        JsonObject markets = json(get("/nothing")).getAsJsonObject("markets");
        assertEquals(Markets.ALL.keySet(), markets.keySet());
        assertEquals(
                Markets.ALL.keySet(),
                sandbox.tenant("default").markets().stream()
                        .map(market -> market.gateway().name())
                        .collect(Collectors.toSet()));
        Map<?, ?> market = map(map(map(document, "components"), "parameters"), "Market");
        assertEquals(new TreeSet<>(Markets.ALL.keySet()), new TreeSet<>((List<?>)
                Objects.requireNonNull(map(market, "schema").get("enum"))));
        for (String name : markets.keySet()) {
            Set<String> listed = new TreeSet<>();
            commands.forEach((command, about) -> {
                List<?> there = (List<?>) Objects.requireNonNull(((Map<?, ?>) about).get("markets"));
                if (there.contains(name)) {
                    listed.add((String) command);
                }
            });
            Set<String> known = new TreeSet<>();
            markets.getAsJsonObject(name).getAsJsonArray("post").forEach(command -> known.add(command.getAsString()));
            assertEquals(listed, known, name);
        }
        for (String path :
                List.of("", "/health", "/env", "/openapi.yaml", "/tenants", "/kenya/journal", "/drc/ledger")) {
            assertEquals(200, get(path).statusCode(), path);
            String described = "/_sandbox" + path.replace("/kenya", "/{market}").replace("/drc", "/{market}");
            assertTrue(paths.containsKey(described), described);
        }
    }

    private static Map<?, ?> map(Map<?, ?> node, String name) {
        return (Map<?, ?>) Objects.requireNonNull(node.get(name), name);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return merchant.send(merchant.at("/_sandbox" + path).build());
    }

    private void post(String path, String body) throws Exception {
        assertEquals(200, send(path, body).statusCode());
    }

    private HttpResponse<String> send(String path, String body) throws Exception {
        return merchant.send(merchant.at("/_sandbox" + path)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
