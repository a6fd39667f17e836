package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.UnreadableBodyException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {

    private static final String STK = "{\"Body\":{\"stkCallback\":{\"MerchantRequestID\":\"m-1\","
            + "\"CheckoutRequestID\":\"ws_CO_1\",\"ResultCode\":0,\"ResultDesc\":\"Done\",\"CallbackMetadata\":{\"Item\":["
            + "{\"Name\":\"Amount\",\"Value\":1.00},{\"Name\":\"Balance\"},"
            + "{\"Name\":\"MpesaReceiptNumber\",\"Value\":\"TST1234567\"}]},\"Fresh\":{\"a\":[1]}}}}";
    private static final String RESULT =
            "{\"Result\":{\"ResultType\":\"0\",\"ResultCode\":\"R000001\",\"ResultDesc\":\"No\","
                    + "\"OriginatorConversationID\":\"o-1\",\"ConversationID\":\"c-1\",\"TransactionID\":\"T\","
                    + "\"ResultParameters\":{\"ResultParameter\":{\"Key\":\"BOCompletedTime\",\"Value\":20261123093015}},"
                    + "\"ReferenceData\":{\"ReferenceItem\":[{\"Key\":\"Occasion\"}]}}}";

    @Test
    void whatTheSpecDoesNotKnowIsKept() {
        Decoded decoded = Daraja.decode(STK);

        assertEquals(Decoded.State.SUCCEEDED, decoded.outcome());
        assertEquals("TST1234567", decoded.values().get("MpesaReceiptNumber"));
        assertEquals("1.00", decoded.values().get("Amount"));
        assertEquals("{\"Fresh\":{\"a\":[1]}}", decoded.other().toString());
    }

    @Test
    void aSingleParameterIsAListOfOne() {
        Decoded decoded = Daraja.decode(RESULT);

        assertEquals(Decoded.State.UNKNOWN, decoded.outcome(), "a reversal does not know the code, and it may be one");
        assertEquals("20261123093015", decoded.values().get("BOCompletedTime"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "null",
                "[]",
                "42",
                "\"text\"",
                "{}",
                "{\"a\":1}",
                "<html><body>Request unsuccessful. Incapsula incident ID: 1</body></html>",
                "{\"Body\":null}",
                "{\"Body\":7}",
                "{\"Body\":{}}",
                "{\"Result\":[]}",
                "{\"Result\":null}",
                "{\"Body\":{\"stkCallback\":[]}}",
                "{\"Result\":{}} trailing",
                "access_token=abc"
            })
    void whatIsNoBodyOfDarajaIsAClearError(String body) {
        assertThrows(UnreadableBodyException.class, () -> Daraja.decode(body));
    }

    @Test
    void depthAndSizeAreBounded() {
        assertThrows(
                UnreadableBodyException.class,
                () -> Daraja.decode("{\"Result\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
        assertThrows(
                UnreadableBodyException.class, () -> Daraja.decode("{\"Result\":\"" + "x".repeat(2 << 20) + "\"}"));
    }

    private static Stream<String> damagedBodies() {
        Random random = new Random(254);
        List<String> seeds = List.of(STK, RESULT);
        return IntStream.range(0, 2_000).mapToObj(number -> damaged(seeds.get(number % 2), random));
    }

    private static String damaged(String body, Random random) {
        StringBuilder damaged = new StringBuilder(body);
        for (int count = 1 + random.nextInt(4); count > 0 && damaged.length() > 8; count--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(4)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.insert(at, "{}[]\":,0null-".charAt(random.nextInt(13)));
                case 2 -> damaged.setCharAt(at, (char) random.nextInt(0x250));
                default -> damaged.setLength(Math.max(8, at));
            }
        }
        return damaged.toString();
    }

    @Test
    void damageIsReadOrRefusedAndNothingElse() {
        damagedBodies().forEach(DecoderTest::readOrRefused);
    }

    private static void readOrRefused(String body) {
        try {
            assertFalse(Daraja.decode(body).kind().isEmpty());
        } catch (UnreadableBodyException refused) {
            assertEquals("kenya", refused.market());
        }
    }

    @Test
    void twoStatesOfOneTransactionAreNone() {
        String twice = """
                {"Result": {"ResultType": 0, "ResultCode": 0, "ResultDesc": "Done", "ConversationID": "AG_1",
                  "OriginatorConversationID": "o-1", "TransactionID": "UCE0000000",
                  "ResultParameters": {"ResultParameter": [
                    {"Key": "TransactionStatus", "Value": "Completed"},
                    {"Key": "Transaction Status", "Value": "Cancelled"}]}}}
                """;

        Decoded decoded = Daraja.decode(twice);

        assertEquals("transactionStatusResult", decoded.kind());
        assertEquals(Decoded.State.UNKNOWN, decoded.outcome());
        assertEquals(
                Decoded.State.SUCCEEDED,
                Daraja.decode(twice.replace("Cancelled", "COMPLETED")).outcome());
    }

    @Test
    void twoCallbacksInOneBodyAreNone() {
        String both = RESULT.strip().replaceFirst("\\{", "{\"Body\": {\"stkCallback\": {\"ResultCode\": 0}}, ");

        assertThrows(UnreadableBodyException.class, () -> Daraja.decode(both));
    }
}
