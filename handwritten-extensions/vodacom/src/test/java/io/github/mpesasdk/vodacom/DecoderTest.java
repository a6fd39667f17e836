package io.github.mpesasdk.vodacom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.UnreadableBodyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {

    private static final String REFUSED =
            "{\"output_ResponseCode\":\"INS-2006\",\"output_ResponseDesc\":\"Insufficient balance\","
                    + "\"output_TransactionID\":\"N/A\",\"output_ConversationID\":\"c-1\",\"output_Fresh\":{\"a\":[1]}}";
    private static final String CALLBACK = "{\"input_OriginalConversationID\":\"c-1\",\"input_TransactionID\":\"TST1\","
            + "\"input_MsisdnToken\":\"t\",\"input_ResultCode\":\"INS-0\",\"input_ThirdPartyConversationID\":\"p-1\"}";

    @Test
    void whatIsNotAvailableIsAbsentAndWhatIsUnknownIsKept() {
        Decoded decoded = VodacomOpenApi.decode(REFUSED);

        assertEquals("refusal", decoded.kind());
        assertEquals(Decoded.State.FAILED, decoded.outcome());
        assertEquals("INS-2006", decoded.resultCode());
        assertEquals("{output_ConversationID=c-1}", decoded.ids().toString());
        assertEquals("{\"output_Fresh\":{\"a\":[1]}}", decoded.other().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"output_ResponseCode":"INS-0","output_TransactionID":"T1"}                        | transactionAnswer | SUCCEEDED
            {"output_ResponseCode":"INS-0","output_TransactionID":"N/A"}                       | acknowledgement | PENDING
            {"output_ResponseCode":"INS-0","output_ConversationID":"c"}                        | acknowledgement | PENDING
            {"output_ResponseCode":"INS-0","output_ResponseTransactionStatus":"Completed"}     | queryTransactionStatusAnswer | SUCCEEDED
            {"output_ResponseCode":"INS-0","output_ResponseTransactionStatus":"Expired"}       | queryTransactionStatusAnswer | UNKNOWN
            {"output_ResponseCode":"INS-0","output_ResponseTransactionStatus":"Strange"}       | queryTransactionStatusAnswer | UNKNOWN
            {"output_ResponseCode":"INS-0","output_MandateStatus":"Active"}                    | queryDirectDebitAnswer | SUCCEEDED
            {"output_ResponseCode":"INS-23"}                                                   | refusal | UNKNOWN
            {"output_ResponseCode":"INS-4711"}                                                 | refusal | UNKNOWN
            {"output_error":"API or Session key is not authorized"}                            | error | FAILED
            {"output_error":"Something else"}                                                  | error | UNKNOWN
            {"input_ResultCode":"0","input_TransactionID":"T1"}                                | transactionCallback | SUCCEEDED
            {"input_ResultCode":"INS-2006","input_TransactionID":"T1"}                         | transactionCallback | FAILED
            {"input_ResultCode":"INS-6","input_TransactionID":"T1"}                            | transactionCallback | UNKNOWN
            {"output_ResponseCode":"INS-6","output_ResponseDesc":"Mandate does not exist"}     | refusal | FAILED
            {"input_ResultCode":"INS-77","input_TransactionID":"T1"}                           | transactionCallback | UNKNOWN
            {"input_ResultCode":"INS-0","input_Reversed":"False"}                              | queryTransactionStatusCallback | UNKNOWN
            {"input_ResponseCode":"INS-0","input_MandateStatus":"Active"}                      | queryDirectDebitCallback | SUCCEEDED
            {"input_ResultCode":"INS-0","input_MandateID":"1"}                                 | directDebitCreationCallback | SUCCEEDED
            {"input_ResultCode":"INS-0","input_TransactionReference":"1"}                      | directDebitCancelCallback | SUCCEEDED
            {"input_ResultCode":"INS-0","input_CustomerFirstName":"A"}                         | queryBeneficiaryNameCallback | SUCCEEDED
            """)
    void everyShapeHasItsKindAndState(String body, String kind, Decoded.State state) {
        Decoded decoded = VodacomOpenApi.decode(body);

        assertEquals(kind, decoded.kind());
        assertEquals(state, decoded.outcome());
    }

    @Test
    void aSessionIsNotTold() {
        assertFalse(VodacomOpenApi.decode(Gateway.sessionAnswer(Gateway.SESSION))
                .toJson()
                .toString()
                .contains(Gateway.SESSION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "null",
                "[]",
                "42",
                "{}",
                "{\"a\":1}",
                "<html>Bad Gateway</html>",
                "{\"output_ResponseCode\":null}",
                "{\"output_ResponseCode\":[]}",
                "{\"output_error\":{}}",
                "{\"input_ResultCode\":{}}",
                "{\"input_Amount\":\"10\",\"input_Country\":\"TZN\"}",
                "{\"output_ResponseCode\":\"INS-0\"} trailing"
            })
    void whatIsNoBodyOfTheGatewaysIsAClearError(String body) {
        assertThrows(UnreadableBodyException.class, () -> VodacomOpenApi.decode(body));
    }

    @Test
    void depthAndSizeAreBounded() {
        assertThrows(
                UnreadableBodyException.class,
                () -> VodacomOpenApi.decode("{\"output_error\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
        assertThrows(
                UnreadableBodyException.class,
                () -> VodacomOpenApi.decode("{\"output_error\":\"" + "x".repeat(2 << 20) + "\"}"));
    }

    @Test
    void damageIsReadOrRefusedAndNothingElse() {
        Random random = new Random(255);
        for (int number = 0; number < 2_000; number++) {
            readOrRefused(damaged(number % 2 == 0 ? REFUSED : CALLBACK, random));
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
            assertFalse(VodacomOpenApi.decode(body).kind().isEmpty());
        } catch (UnreadableBodyException refused) {
            assertEquals("vodacom", refused.market());
        }
    }

    /** Further bodies, where a checkout of the samples lies beside the project. */
    @Test
    void everySampleIsRead() throws IOException {
        Path samples = Path.of("../../../shared/samples/vodacom-openapi");
        assumeTrue(Files.isDirectory(samples));
        List<Path> bodies;
        try (Stream<Path> files = Files.walk(samples)) {
            bodies = files.filter(DecoderTest::isFromTheGateway).toList();
        }
        assertFalse(bodies.isEmpty());
        for (Path body : bodies) {
            Decoded decoded = VodacomOpenApi.decode(Files.readString(body));
            assertEquals(0, decoded.other().size(), body + " " + decoded.other());
        }
    }

    private static boolean isFromTheGateway(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".json")
                && (name.startsWith("response.")
                        || name.startsWith("callback.")
                        || name.startsWith("error.")
                        || name.matches("\\d{3}\\..*"));
    }
}
