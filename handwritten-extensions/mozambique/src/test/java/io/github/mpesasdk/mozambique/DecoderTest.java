package io.github.mpesasdk.mozambique;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.UnreadableBodyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {

    // An extra corpus, for those who have it; the build does not need it.
    private static final Path SAMPLES = Path.of("..", "..", "..", "shared", "samples", "mozambique");
    private static final String CALLBACK =
            "{\"input_OriginalConversationID\":\"c-1\",\"input_ThirdPartyReference\":\"r-1\","
                    + "\"input_TransactionID\":\"TST1\",\"input_ResultCode\":\"0\",\"input_ResultDesc\":\"Done\",\"fresh\":{\"a\":[1]}}";
    private static final String ANSWER =
            "{\"output_ResponseCode\":\"INS-0\",\"output_ResponseDesc\":\"Done\",\"output_ConversationID\":\"c-1\","
                    + "\"output_TransactionID\":\"TST1\",\"output_ThirdPartyReference\":\"r-1\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "transactionAnswer|SUCCEEDED|'output_ResponseCode':'INS-0','output_TransactionID':'T1'",
                "acknowledgement|PENDING|'output_ResponseCode':'INS-0','output_TransactionID':'N/A'",
                "acknowledgement|PENDING|'output_ResponseCode':'INS-0','output_ConversationID':'c'",
                "statusAnswer|SUCCEEDED|'output_ResponseCode':'INS-0','output_ResponseTransactionStatus':'Completed'",
                "statusAnswer|FAILED|'output_ResponseCode':'INS-0','output_ResponseTransactionStatus':'Expired'",
                "statusAnswer|UNKNOWN|'output_ResponseCode':'INS-0','output_ResponseTransactionStatus':'0'",
                "customerNameAnswer|SUCCEEDED|'output_ResultCode':'INS-0','output_CustomerName':'Ex*mp*e'",
                "customerNameAnswer|SUCCEEDED|'output_ResponseCode':'INS-0','output_CustomerName':'Ex*mp*e'",
                "error|FAILED|'output_ResponseCode':'INS-26','output_CustomerName':'N/A'",
                "error|FAILED|'output_ResponseCode':'INS-5','output_TransactionID':'N/A'",
                "error|UNKNOWN|'output_ResponseCode':'INS-23'",
                "error|UNKNOWN|'output_ResponseCode':'INS-10'",
                "error|UNKNOWN|'output_ResponseCode':'INS-A-0'",
                "error|UNKNOWN|'output_error':'API or Session key is not authorized'",
                "error|UNKNOWN|'output_error':'something else'",
                "error|UNKNOWN|'output_error':'not authorized','output_ResponseCode':'INS-0'",
                "callbackAnswer|SUCCEEDED|'output_OriginalConversationID':'c','output_ResponseCode':'0'",
                "transactionCallback|SUCCEEDED|'input_ThirdPartyReference':'r','input_ResultCode':'0'",
                "transactionCallback|FAILED|'input_ThirdPartyReference':'r','input_ResultCode':'INS-5'",
                "transactionCallback|UNKNOWN|'input_ThirdPartyReference':'r','input_ResultCode':'Completed'",
                "statusCallback|SUCCEEDED|'input_ThirdPartyReference':'r','input_ResultCode':'0','input_ResponseTransactionStatus':'Completed'",
                "statusCallback|UNKNOWN|'input_ThirdPartyReference':'r','input_ResultCode':'INS-6','input_ResponseTransactionStatus':'Completed'",
                "customerNameCallback|SUCCEEDED|'input_ThirdPartyReference':'r','input_ResultCode':'0','input_CustomerName':'Ex*mp*e'"
            })
    void eachBodyHasItsKindAndSaysWhatItSays(String kind, Decoded.State outcome, String fields) {
        Decoded decoded = Mozambique.decode("{" + fields.replace('\'', '"') + "}");

        assertEquals(kind, decoded.kind());
        assertEquals(outcome, decoded.outcome());
        assertFalse(decoded.toJson().toString().contains("N/A"));
    }

    @Test
    void whatTheSpecDoesNotKnowIsKept() {
        Decoded decoded = Mozambique.decode(CALLBACK);

        assertEquals("{\"fresh\":{\"a\":[1]}}", decoded.other().toString());
        assertEquals("TST1", decoded.ids().get("input_TransactionID"));
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
                "<html>Request unsuccessful</html>",
                "{\"output_ResponseCode\":null}",
                "{\"output_ResponseCode\":[]}",
                "{\"output_ResponseCode\":\"N/A\"}",
                "{\"input_ResultCode\":\"0\"}",
                "{\"output_ResponseCode\":\"INS-0\"} trailing",
                "output_error=abc"
            })
    void whatIsNoBodyOfThisApiIsAClearError(String body) {
        assertThrows(UnreadableBodyException.class, () -> Mozambique.decode(body));
    }

    @Test
    void depthAndSizeAreBounded() {
        assertThrows(
                UnreadableBodyException.class,
                () -> Mozambique.decode("{\"output_ResponseCode\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
        assertThrows(
                UnreadableBodyException.class,
                () -> Mozambique.decode("{\"output_error\":\"" + "x".repeat(2 << 20) + "\"}"));
    }

    @Test
    void damageIsReadOrRefusedAndNothingElse() {
        Random random = new Random(258);
        List<String> seeds = List.of(CALLBACK, ANSWER);
        for (int number = 0; number < 2_000; number++) {
            readOrRefused(damaged(seeds.get(number % 2), random));
        }
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

    private static void readOrRefused(String body) {
        try {
            assertFalse(Mozambique.decode(body).kind().isEmpty());
        } catch (UnreadableBodyException refused) {
            assertEquals("mozambique", refused.market());
        }
    }

    @Test
    void everySampleIsRead() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SAMPLES), () -> "skipped: there are no samples in " + SAMPLES);
        List<Path> bodies;
        try (Stream<Path> all = Files.walk(SAMPLES)) {
            bodies = all.filter(DecoderTest::isAnswerOrCallback).toList();
        }
        assertFalse(bodies.isEmpty());
        for (Path body : bodies) {
            Decoded decoded = Mozambique.decode(Files.readString(body));
            assertEquals("{}", decoded.other().toString(), () -> "fields the spec does not know in " + body);
        }
    }

    private static boolean isAnswerOrCallback(Path file) {
        String name = file.getFileName().toString();
        boolean inErrors = file.getParent().endsWith("errors");
        return name.endsWith(".json") && (inErrors || name.startsWith("response.") || name.startsWith("callback."));
    }
}
