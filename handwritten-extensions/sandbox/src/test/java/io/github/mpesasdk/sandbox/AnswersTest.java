package io.github.mpesasdk.sandbox;

import static io.github.mpesasdk.sandbox.Merchant.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.drc.DrcSandbox;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import io.github.mpesasdk.sandbox.vodacom.VodacomSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox answers what it is told. */
class AnswersTest extends SandboxTest {

    private static final String BUSY = "{\"status\": 500, \"headers\": {\"X-Request-ID\": \"r-1\"}, "
            + "\"body\": {\"requestId\": \"r-1\", \"errorCode\": \"500.003.02\", \"errorMessage\": \"System is busy\"}}";

    private final Sandbox sandbox;

    AnswersTest(Sandbox sandbox, KenyaSandbox kenya) throws IOException {
        super(kenya);
        this.sandbox = sandbox;
    }

    /** What it was told to say need not fit the spec. */
    @AfterEach
    void forget() {
        sandbox.reset();
    }

    @Test
    void oneRequestIsAnsweredAsToldAndTheNextByTheGatewayItself() throws Exception {
        tell("kenya", "{\"operation\": \"stkPush\", \"answer\": " + BUSY + "}");
        HttpResponse<String> told = merchant.stkPush(merchant.push());
        assertEquals(500, told.statusCode());
        assertEquals("r-1", told.headers().firstValue("X-Request-ID").orElseThrow());
        assertEquals(
                "application/json", told.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("System is busy", json(told).get("errorMessage").getAsString());
        assertTrue(kenya.awaitCallbacks(SOON));
        assertEquals(List.of(), kenya.ledger().entries(), "nothing is processed");
        assertEquals(List.of(), kenya.journal().deliveries());

        assertEquals("0", responseCode(merchant.stkPush(merchant.push())));
        assertEquals(List.of(500, 200), statuses("stkPush"), "the journal has both");
    }

    @Test
    void severalAnswersComeInOrderAndTheLastOneGoesOnIfItShall() throws Exception {
        tell("kenya", "{\"operation\": \"stkPush\", \"answers\": [" + BUSY + ", " + code("7") + "], \"always\": true}");
        assertEquals(500, merchant.stkPush(merchant.push()).statusCode());
        assertEquals("7", responseCode(merchant.stkPush(merchant.push())));
        assertEquals("7", responseCode(merchant.stkPush(merchant.push())));

        tell("kenya", "{}");
        assertEquals("0", responseCode(merchant.stkPush(merchant.push())));
    }

    @Test
    void resetForgetsWhatWasTold() throws Exception {
        kenya.answers().next("stkPush", code("7"));
        kenya.answers().always("stkPush", code("8"));
        sandbox.reset();
        assertEquals("0", responseCode(merchant.stkPush(merchant.push())));
    }

    @Test
    void aTokenCanBeToldTooAndEachOperationHasItsOwnAnswers() throws Exception {
        tell(
                "kenya",
                "{\"operation\": \"token\", \"answer\": {\"status\": 200, "
                        + "\"body\": {\"access_token\": \"not-a-real-access-token-0001\", \"expires_in\": \"3599\"}}}");
        tell("kenya", "{\"operation\": \"stkQuery\", \"answer\": " + code("7") + "}");
        tell("kenya", "{\"operation\": \"stkPush\", \"answer\": " + code("8") + "}");
        assertEquals("not-a-real-access-token-0001", merchant.token());
        HttpResponse<String> push =
                merchant.post("/mpesa/stkpush/v1/processrequest", merchant.push(), "not-a-real-access-token-0001");
        assertEquals("8", responseCode(push), "whether the token is good is not asked");
        assertEquals("7", responseCode(merchant.stkQuery("ws_CO_1")));
    }

    @Test
    void anAnswerRepeatsWhatWasSent() throws Exception {
        tell(
                "kenya",
                "{\"operation\": \"stkPush\", \"answer\": {\"status\": 200, "
                        + "\"body\": {\"ResponseCode\": \"0\", \"to\": {\"$sent\": \"PhoneNumber\"}, \"no\": {\"$sent\": \"None\"}}}}");
        JsonObject push = merchant.push();
        JsonObject answer = json(merchant.stkPush(push));
        assertEquals(push.get("PhoneNumber"), answer.get("to"));
        assertTrue(answer.get("no").isJsonNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"fault\": \"dropped\"}|0",
                "{\"status\": 200, \"truncated\": true, \"body\": {\"ResponseCode\": \"0\"}}|200",
            })
    void theConnectionCanEndAsTold(String answer, int status) throws Exception {
        kenya.answers().next("stkPush", answer);
        assertThrows(IOException.class, () -> merchant.stkPush(merchant.push()));
        assertEquals(List.of(status), statuses("stkPush"));
    }

    @Test
    void anythingCanBeSaidInTextAndXml(VodacomSandbox vodacom, DrcSandbox drc) throws Exception {
        kenya.answers()
                .next(
                        "stkPush",
                        "{\"status\": 403, \"headers\": {\"content-type\": \"text/html\"}, "
                                + "\"text\": \"<html>Blocked\"}");
        HttpResponse<String> page = merchant.stkPush(merchant.push());
        assertEquals("403 text/html <html>Blocked", said(page));

        tell("vodacom", "{\"operation\": \"getSession\", \"answer\": {\"status\": 204, \"text\": \"\"}}");
        assertEquals("204 application/json ", said(get(vodacom.baseUrl() + "/sandbox/ipg/v2/vodacomTZN/getSession/")));

        tell("drc", "{\"operation\": \"login\", \"answer\": {\"status\": 200, \"xml\": \"<Envelope/>\"}}");
        HttpRequest login = HttpRequest.newBuilder(URI.create(drc.baseUrl() + "/insight/SOAPIn"))
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(LOGIN))
                .build();
        assertEquals("200 text/xml;charset=utf-8 <Envelope/>", said(send(login)));
    }

    private static final String LOGIN = "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\" "
            + "xmlns:soap=\"http://www.4cgroup.co.za/soapauth\" xmlns:gen=\"http://www.4cgroup.co.za/genericsoap\">"
            + "<soapenv:Header><soap:EventID>2500</soap:EventID></soapenv:Header><soapenv:Body><gen:getGenericResult>"
            + "<Request/></gen:getGenericResult></soapenv:Body></soapenv:Envelope>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"answer\": {\"status\": 200, \"text\": \"\"}}|operation is missing",
                "{\"operation\": \"stkPush\"}|answer is missing",
                "{\"operation\": \"stkPush\", \"answers\": []}|which answer?",
                "{\"operation\": \"none\", \"answer\": {\"status\": 200, \"text\": \"\"}}|there are [accountBalance,",
                "{\"operation\": \"stkPush\", \"answer\": 7}|is no JSON object",
                "{\"operation\": \"stkPush\", \"answer\": {\"body\": {}}}|needs a status from 200 to 599",
                "{\"operation\": \"stkPush\", \"answer\": {\"status\": 600, \"body\": {}}}|needs a status from 200 to 599",
                "{\"operation\": \"stkPush\", \"answer\": {\"status\": \"200\", \"body\": {}}}|needs a status from 200",
                "{\"operation\": \"stkPush\", \"answer\": {\"status\": 200}}|has none of them",
                "{\"operation\": \"stkPush\", \"answer\": {\"status\": 200, \"body\": {}, \"text\": \"\"}}|has [body, text]",
                "{\"operation\": \"stkPush\", \"answer\": {\"status\": 200, \"body\": 7}}|an object as body",
                "{\"operation\": \"stkPush\", \"answer\": {\"status\": 200, \"text\": 7}}|text as text",
                "{\"operation\": \"stkPush\", \"answer\": {\"status\": 200, \"text\": \"\", \"code\": 7}}|cannot have [code]",
                "{\"operation\": \"stkPush\", \"answer\": {\"status\": 200, \"text\": \"\", \"headers\": []}}|no object",
                "{\"operation\": \"stkPush\", \"answer\": {\"status\": 200, \"text\": \"\", \"headers\": {\"a\": 7}}}|header a",
                "{\"operation\": \"stkPush\", \"answer\": {\"status\": 200, \"text\": \"\", \"truncated\": 7}}|true or false",
                "{\"operation\": \"stkPush\", \"answer\": {\"fault\": \"unreachable\"}}|an address where nobody listens",
            })
    void whatHasNotTheFormIsRefusedWithTheForm(String argument, String reason) throws Exception {
        HttpResponse<String> refusal = control("kenya", argument);
        assertEquals(400, refusal.statusCode());
        String error = json(refusal).get("error").getAsString();
        assertTrue(error.contains(reason), error);
        assertEquals("0", responseCode(merchant.stkPush(merchant.push())), "and nothing was told");
    }

    private static String code(String code) {
        return "{\"status\": 200, \"body\": {\"ResponseCode\": \"" + code + "\"}}";
    }

    private static String responseCode(HttpResponse<String> answer) {
        return json(answer).get("ResponseCode").getAsString();
    }

    private static String said(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("Content-Type").orElse("") + " " + answer.body();
    }

    private List<Integer> statuses(String operation) {
        return kenya.journal().of(operation).stream().map(Exchange::status).toList();
    }

    private void tell(String market, String argument) throws Exception {
        HttpResponse<String> answer = control(market, argument);
        assertEquals(200, answer.statusCode(), answer::body);
    }

    private HttpResponse<String> control(String market, String argument) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/_sandbox/" + market + "/answers"))
                .POST(HttpRequest.BodyPublishers.ofString(argument))
                .build());
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
