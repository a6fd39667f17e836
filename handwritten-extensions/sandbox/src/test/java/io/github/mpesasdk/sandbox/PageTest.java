package io.github.mpesasdk.sandbox;

import static io.github.mpesasdk.sandbox.Merchant.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the page, and what the controls tell for it. */
class PageTest extends SandboxTest {

    PageTest(KenyaSandbox kenya) throws IOException {
        super(kenya);
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8",
        "/_page/page.css, text/css; charset=utf-8",
        "/_page/main.js, text/javascript; charset=utf-8",
        "/_page/icon.svg, image/svg+xml",
        "/_page/examples.json, application/json"
    })
    void aFileHasItsTypeAndStaysFresh(String path, String type) throws Exception {
        HttpResponse<String> answer = get(path);

        assertEquals(200, answer.statusCode());
        assertEquals(type, header(answer, "Content-Type"));
        assertTrue(header(answer, "Content-Security-Policy").startsWith("default-src 'self';"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals("no-store", header(answer, "Cache-Control"));
    }

    @Test
    void everyFileIsServed() throws Exception {
        Path folder =
                Path.of(PageTest.class.getResource("page/index.html").toURI()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                HttpResponse<String> answer = get("/_page/" + file.getFileName());
                assertEquals(200, answer.statusCode(), file::toString);
                assertEquals(Files.readString(file), answer.body());
                assertTrue(!answer.body().contains("innerHTML"), "texts of others are never read as HTML");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/_page/",
                "/_page/none.js",
                "/_page/page.css/",
                "/_page/../controls.yaml",
                "/_page/%2e%2e/controls.yaml",
                "/_page/..%2fcontrols.yaml",
                "/_page//etc/passwd",
                "/_page/main.js%00.html"
            })
    void whatHasNoNameIsNotServed(String path) throws Exception {
        int status = get(path).statusCode();

        assertTrue(status == 404 || status == 400, () -> path + " is answered with " + status);
    }

    @Test
    void filesAreOnlyRead() throws Exception {
        assertEquals(405, post("/", "{}").statusCode());
        assertEquals(405, get("/_page/callbacks/kenya").statusCode());
    }

    @Test
    void theReceiverOfThePageSaysWhatTheGatewayWantsToHear() throws Exception {
        JsonObject push = merchant.push();
        push.addProperty("CallBackURL", kenya.baseUrl() + "/_page/callbacks/kenya");

        merchant.stkPush(push);

        assertTrue(kenya.awaitCallbacks(SOON));
        assertEquals(200, kenya.journal().deliveries().get(0).status());
        assertEquals(0, kenya.journal().violations().size());
    }

    @Test
    void theControlsTellWhichFaultsAreSet() throws Exception {
        kenya.faults().next("stkPush", Fault.HTML_503, Fault.LOST_CALLBACK);
        kenya.faults().always("token", Fault.SLOW);

        JsonObject told = json(get("/_sandbox/kenya/faults"));

        assertEquals(
                "{\"stkPush\":[[\"HTML_503\",\"LOST_CALLBACK\"]]}",
                told.get("next").toString());
        assertEquals("{\"token\":[\"SLOW\"]}", told.get("always").toString());
        assertTrue(told.getAsJsonArray("operations").toString().contains("\"stkQuery\""));
        assertEquals(Fault.values().length, told.getAsJsonArray("faults").size());
    }

    @Test
    void theLedgerHasTheBalancesOfThoseWhoPaid() throws Exception {
        merchant.stkPush(merchant.push());
        receiver.next("/stk");

        JsonArray balances = json(get("/_sandbox/kenya/ledger")).getAsJsonArray("balances");

        JsonObject merchantHas = balances.get(0).getAsJsonObject();
        assertEquals(kenya.payBill(), merchantHas.get("party").getAsString());
        assertEquals("Utility Account", merchantHas.get("account").getAsString());
        assertEquals("500001.00", merchantHas.get("balance").getAsString());
        assertEquals(
                "299999.00", balances.get(1).getAsJsonObject().get("balance").getAsString());
    }

    @Test
    void whoLooksAgainIsToldOnlyWhatIsNew() throws Exception {
        merchant.stkPush(merchant.push());
        receiver.next("/stk");
        assertTrue(kenya.awaitCallbacks(SOON));
        JsonObject before = json(get("/_sandbox/kenya/journal?limit=0"));
        String seen = "?after=" + before.get("lastId") + "&afterCallback=" + before.get("callbacks");
        assertEquals(0, before.getAsJsonArray("exchanges").size());

        JsonObject nothing = json(get("/_sandbox/kenya/journal" + seen));
        merchant.stkPush(merchant.pushToTill());
        receiver.next("/stk");
        assertTrue(kenya.awaitCallbacks(SOON));
        JsonObject news = json(get("/_sandbox/kenya/journal" + seen));

        assertEquals(0, nothing.getAsJsonArray("exchanges").size());
        assertEquals(0, nothing.getAsJsonArray("deliveries").size());
        assertEquals(List.of("\"token\"", "\"stkPush\""), operations(news));
        assertEquals(1, news.getAsJsonArray("deliveries").size());
        assertEquals(
                before.get("callbacks").getAsInt() + 1, news.get("callbacks").getAsInt());
    }

    @Test
    void aRequestOfThePageHasAnOriginAndNoOtherHas() throws Exception {
        String session = "/sandbox/ipg/v2/vodacomTZN/getSession/";
        String page = kenya.baseUrl() + "/";

        assertEquals("Origin header is missing", words(get(session, "Referer", page + "shop.html")));
        assertEquals("Origin header is missing", words(get(session, "Referer", "http://evil.example/")));
        assertEquals(401, get(session, "Referer", page).statusCode());
    }

    private static List<String> operations(JsonObject journal) {
        return journal.getAsJsonArray("exchanges").asList().stream()
                .map(exchange -> exchange.getAsJsonObject().get("operation"))
                .map(JsonElement::toString)
                .toList();
    }

    private static String words(HttpResponse<String> answer) {
        return json(answer).get("output_error").getAsString();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = merchant.at(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return merchant.send(request.build());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return merchant.send(merchant.at(path)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
