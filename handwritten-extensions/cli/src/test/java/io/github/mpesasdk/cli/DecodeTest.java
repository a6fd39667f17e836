package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodeTest {

    private static final String CANCELLED = """
            {"Body": {"stkCallback": {"MerchantRequestID": "m-1", "CheckoutRequestID": "ws_CO_1",
              "ResultCode": 1032, "ResultDesc": "Request cancelled by user."}}}""";

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
    void tellsTheTwoApisOfVodacomApart() {
        String answer = "{\"output_ResponseCode\": \"INS-0\", \"output_TransactionID\": \"t1\", %s: \"c1\"}";
        String openApi = answer.formatted("\"output_ThirdPartyConversationID\"");
        String mozambique = answer.formatted("\"output_ThirdPartyReference\"");

        assertEquals(decode("tanzania", openApi), decode("auto", openApi));
        assertEquals(decode("mozambique", mozambique), decode("auto", mozambique));
        for (String market : new String[] {"ghana", "lesotho", "drc-openapi", "mozambique-openapi"}) {
            assertEquals(decode("tanzania", openApi), decode(market, openApi));
        }
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
        String wrongInitiator = "{\"output_ResponseCode\": \"INS-2001\", \"output_ConversationID\": \"c1\"}";
        assertEquals(
                "unknown", decode("tanzania", wrongInitiator).get("outcome").getAsString());
        assertEquals(
                "failed", decode("mozambique", wrongInitiator).get("outcome").getAsString());

        Shell.Result auto = new Shell().type(wrongInitiator).run("decode", "auto", "-");

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
        for (String market : new String[] {"kenya", "tanzania", "mozambique", "auto"}) {
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
