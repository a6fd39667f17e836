package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodeTest {

    private static final String CANCELLED = """
            {"Body": {"stkCallback": {"MerchantRequestID": "m-1", "CheckoutRequestID": "ws_CO_1",
              "ResultCode": 1032, "ResultDesc": "Request cancelled by user."}}}""";

    private static final String XML_CALLBACK = """
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
                xmlns:gen="http://www.4cgroup.co.za/genericsoap">
              <soapenv:Body><gen:getGenericResult><Request>
                <dataItem><name>ResultCode</name><value>%s</value><type>String</type></dataItem>
                <dataItem><name>ResultDesc</name><value>Failed response initiating payment .</value></dataItem>
                <dataItem><name>ThirdPartyReference</name><value>order-17</value><type>String</type></dataItem>
              </Request></gen:getGenericResult></soapenv:Body>
            </soapenv:Envelope>""";

    private static final String LOGIN_ANSWER = """
            <S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>
              <ns2:getGenericResultResponse xmlns:ns2="http://www.4cgroup.co.za/genericsoap"><SOAPAPIResult>
                <eventInfo><code>3</code><description>Processed</description></eventInfo>
                <request>
                  <dataItem><name>Password</name><type>String</type><value>pa55word</value></dataItem>
                </request>
                <response>
                  <dataItem><name>SessionID</name><type>String</type><value>5e551045e551045e551045e55104abcd</value></dataItem>
                </response>
              </SOAPAPIResult></ns2:getGenericResultResponse>
            </S:Body></S:Envelope>""";

    @Test
    void printsTheNormalForm() {
        JsonObject decoded = decode("kenya", CANCELLED);

        assertEquals("stkCallback", decoded.get("kind").getAsString());
        assertEquals("failed", decoded.get("outcome").getAsString());
        assertEquals("1032", decoded.get("resultCode").getAsString());
        assertEquals("Request cancelled by user.", decoded.get("description").getAsString());
        assertEquals(
                "ws_CO_1",
                decoded.getAsJsonObject("ids").get("CheckoutRequestID").getAsString());
    }

    @Test
    void findsTheMarketByItself(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("callback.json"), CANCELLED);
        Shell.Result decoded = new Shell().run("decode", "auto", file.toString());

        assertEquals(0, decoded.exit());
        assertEquals(decode("kenya", CANCELLED), decoded.json().getAsJsonObject());
    }

    @Test
    void readsEveryBodyOfAFile() {
        String paid = CANCELLED.replace("1032", "0");
        for (String several : new String[] {
            CANCELLED + paid,
            CANCELLED + "\n" + paid + "\n",
            "[" + CANCELLED + ", " + paid + "]",
            CANCELLED + "\r\n\r\n" + paid
        }) {
            Shell.Result decoded = new Shell().type(several).run("decode", "Kenya", "--each", "-");

            assertEquals(0, decoded.exit(), decoded.err());
            List<JsonObject> lines = decoded.out()
                    .lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .toList();
            assertEquals(
                    List.of("1032", "0"),
                    lines.stream()
                            .map(line -> line.get("resultCode").getAsString())
                            .toList());
        }
        String envelopes = XML_CALLBACK.formatted("0") + "\n" + XML_CALLBACK.formatted("-3");
        assertEquals(
                2,
                new Shell()
                        .type(envelopes)
                        .run("decode", "AUTO", "--each", "-")
                        .out()
                        .lines()
                        .count());
        assertEquals(
                1,
                new Shell()
                        .type(CANCELLED)
                        .run("decode", "kenya", "--each", "-")
                        .out()
                        .lines()
                        .count());
        assertEquals(
                1, new Shell().type(" ").run("decode", "kenya", "--each", "-").exit());
    }

    @Test
    void whatIsNotUnderstoodAmongOthersIsCountedAndPlaced() {
        String mixed = CANCELLED + "\n-- rotated --\n" + CANCELLED + "\n{\"hello\": \"}\"}";
        Shell.Result some = new Shell().type(mixed).run("decode", "kenya", "--each", "-", "--json");

        assertEquals(1, some.exit());
        assertEquals(2, some.out().lines().count());
        String message = some.error().get("message").getAsString();
        assertTrue(message.startsWith("2 of 4 bodies are not understood. Line 3: "), message);
        assertTrue(message.contains("it is plain text"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} {} | more than one JSON object",
                "{} {} | With --each",
                "{\"Body\": {}} and so on | text behind",
                "Body=%7B%7D&a=b | an HTML form",
                "<html><p>503</p></html> | an HTML page"
            })
    void saysWhatABodyIsInstead(String body, String what) {
        for (String market : new String[] {"kenya", "auto"}) {
            String message = new Shell().type(body).run("decode", market, "-").err();
            assertTrue(message.contains(what), message);
        }
    }

    @Test
    void tellsTheTwoApisOfVodacomApart() {
        String answer = "{\"output_ResponseCode\": \"INS-0\", \"output_TransactionID\": \"t1\", %s: \"c1\"}";
        String openApi = answer.formatted("\"output_ThirdPartyConversationID\"");
        String mozambique = answer.formatted("\"output_ThirdPartyReference\"");

        assertEquals(decode("tanzania", openApi), decode("auto", openApi));
        assertEquals(decode("mozambique", mozambique), decode("auto", mozambique));
        for (Market market : Market.values()) {
            assertEquals(decode("tanzania", openApi), decode(market.word(), openApi));
        }
    }

    @Test
    void readsTheXmlOfTheDrc() {
        JsonObject failed = decode("drc", XML_CALLBACK.formatted("-3"));

        assertEquals("c2bPaymentCallback", failed.get("kind").getAsString());
        assertEquals("failed", failed.get("outcome").getAsString());
        assertEquals("-3", failed.get("resultCode").getAsString());
        assertEquals(
                "order-17",
                failed.getAsJsonObject("ids").get("ThirdPartyReference").getAsString());
        assertEquals(failed, decode("auto", XML_CALLBACK.formatted("-3")));
        assertEquals(failed, decode("auto", "\uFEFF" + XML_CALLBACK.formatted("-3")));
        assertEquals(
                "succeeded",
                decode("auto", XML_CALLBACK.formatted("0")).get("outcome").getAsString());
        assertEquals(
                "unknown",
                decode("auto", XML_CALLBACK.formatted("-1")).get("outcome").getAsString());
    }

    @Test
    void aSessionIsNotPrinted() {
        Shell.Result login = new Shell().type(LOGIN_ANSWER).run("decode", "auto", "-");

        assertEquals(0, login.exit(), login.err());
        assertEquals("login", login.json().getAsJsonObject().get("kind").getAsString());
        assertFalse(login.everything().contains("5e55104"), login.out());
        assertFalse(login.everything().contains("pa55word"), "the gateway repeats it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drc", "auto"})
    void xmlThatIsNoMessageIsOneMessage(String market) {
        String bomb = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>";
        String outside = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>" + XML_CALLBACK.formatted("&b;");
        String request = XML_CALLBACK.formatted("0").replace("ResultCode", "Amount");
        String cutOff = XML_CALLBACK.formatted("0").replace("</soapenv:Envelope>", "");
        for (String body : new String[] {bomb, outside, request, cutOff, "<a>".repeat(200_000), "<a/>"}) {
            Shell.Result refused = new Shell().type(body).run("decode", market, "-", "--json");

            assertEquals(1, refused.exit(), refused.out());
            assertEquals("", refused.out());
            assertEquals("unreadableBody", refused.error().get("error").getAsString());
            assertFalse(refused.err().contains("Exception"), refused.err());
        }
    }

    @Test
    void aBodyInThePlaceOfAFileIsNotRepeated() {
        Shell.Result refused = new Shell().run("decode", "drc", LOGIN_ANSWER);

        assertEquals(2, refused.exit());
        assertFalse(refused.everything().contains("pa55word"), refused.err());
        assertTrue(refused.err().contains("- for standard input"), refused.err());
    }

    @Test
    void anAcknowledgementIsPendingInEveryMarket() {
        String accepted = "{\"output_ResponseCode\": \"INS-0\", \"output_ConversationID\": \"c1\"}";
        for (String market : new String[] {"tanzania", "mozambique", "auto"}) {
            assertEquals("pending", decode(market, accepted).get("outcome").getAsString());
        }
    }

    @Test
    void refusesToChooseWhereTheMarketsMeanDifferentThings() {
        String cancelled = "{\"output_ResponseCode\": \"INS-5\", \"output_ConversationID\": \"c1\"}";
        assertEquals("unknown", decode("tanzania", cancelled).get("outcome").getAsString());
        assertEquals("failed", decode("mozambique", cancelled).get("outcome").getAsString());

        Shell.Result auto = new Shell().type(cancelled).run("decode", "auto", "-");

        assertEquals(1, auto.exit());
        assertEquals("", auto.out());
        assertTrue(auto.err().contains("Name the market"), auto.err());
    }

    @Test
    void keepsLettersOfAllLanguages() {
        JsonObject decoded = decode(
                "kenya",
                "{\"Body\": {\"stkCallback\": {\"ResultCode\": 0, \"ResultDesc\": \"L\u2019accord <\u00e9>\"}}}");

        assertEquals("L\u2019accord <\u00e9>", decoded.get("description").getAsString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "<html><body>503</body></html>",
                "<?xml version='1.0'?><soap/>",
                "{",
                "[]",
                "42",
                "null",
                "\"text\"",
                "{}",
                "{\"hello\": \"world\"}",
                "{\"Body\": []}",
                "{\"Body\": {\"stkCallback\": 7}}",
                "{\"Result\": \"x\"}",
                "\u0000\u0001\u0002",
                "{\"Body\": {\"stkCallback\": "
            })
    void whatIsNotUnderstoodIsOneMessage(String body) {
        for (String market : new String[] {"kenya", "tanzania", "mozambique", "drc", "auto"}) {
            Shell.Result refused = new Shell().type(body).run("decode", market, "-");

            assertEquals(1, refused.exit(), refused.out());
            assertEquals("", refused.out());
            assertEquals(1, refused.err().lines().count(), refused.err());
            assertFalse(refused.err().contains("Exception"), refused.err());
        }
    }

    @Test
    void hugeAndDeepBodiesAreNoCrash() {
        assertEquals(
                1,
                new Shell()
                        .type("x".repeat(2 << 20))
                        .run("decode", "kenya", "-")
                        .exit());
        assertEquals(
                1,
                new Shell()
                        .type("{\"Result\":" + "{\"a\":".repeat(200_000))
                        .run("decode", "kenya", "-")
                        .exit());
        assertEquals(
                1,
                new Shell()
                        .type(new byte[] {(byte) 0xff, (byte) 0xfe, 0x00})
                        .run("decode", "auto", "-")
                        .exit());
    }

    @Test
    void saysWhyInJson() {
        JsonObject error =
                new Shell().type("<html>").run("decode", "kenya", "-", "--json").error();

        assertEquals("unreadableBody", error.get("error").getAsString());
        assertEquals("kenya", error.get("market").getAsString());
    }

    private static JsonObject decode(String market, String body) {
        Shell.Result decoded = new Shell().type(body).run("decode", market, "-");
        assertEquals(0, decoded.exit(), decoded.err());
        assertEquals("", decoded.err());
        return decoded.json().getAsJsonObject();
    }
}
