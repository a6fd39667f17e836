package io.github.mpesasdk.sandbox.vodacom;

import static io.github.mpesasdk.sandbox.EncryptedCaller.code;
import static io.github.mpesasdk.sandbox.EncryptedCaller.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Fault;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest extends VodacomTest {

    FaultsTest(VodacomSandbox vodacom) throws IOException {
        super(vodacom);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED_IN_200, 200 INS-21",
        "REFUSED_BY_RESPONSE_CODE, 200 INS-6",
        "TOKEN_REJECTED, 401 API or Session key is not authorized",
        "SPIKE_ARREST, 408 INS-9",
        "SYSTEM_BUSY, 408 INS-9",
    })
    void aRefusalProcessesNothing(Fault fault, String expected) throws Exception {
        vodacom.faults().next("c2bPayment", fault);
        assertEquals(expected, code(post(C2B, c2b())));
        assertEquals(List.of(), vodacom.ledger().entries());
    }

    @Test
    void firewallsAndLimits() throws Exception {
        vodacom.faults().next("c2bPayment", Fault.HTML_503);
        vodacom.faults().next("c2bPayment", Fault.EMPTY_400);
        vodacom.faults().next("c2bPayment", Fault.TOO_MANY_REQUESTS);
        assertTrue(post(C2B, c2b()).body().startsWith("<html>"));
        assertEquals("", post(C2B, c2b()).body());
        assertEquals(429, post(C2B, c2b()).statusCode());
        assertEquals(List.of(), vodacom.ledger().entries());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DROP_CONNECTION", "RESET_CONNECTION", "TRUNCATED_BODY"})
    void aBrokenAnswerHidesAPaymentThatHappened(Fault fault) throws Exception {
        vodacom.faults().next("b2cPayment", fault);
        assertThrows(IOException.class, () -> post(B2C, b2c()));
        assertEquals(1, vodacom.ledger().entries().size());
        assertEquals(1, vodacom.journal().count("b2cPayment"));
    }

    @Test
    void anInternalErrorHidesOneToo() throws Exception {
        vodacom.faults().next("b2cPayment", Fault.SERVER_ERROR_500_ENVELOPE);
        assertEquals("400 INS-1", code(post(B2C, b2c())));
        assertEquals(1, vodacom.ledger().entries().size());
    }

    @Test
    void anAnswerContradictsItself() throws Exception {
        vodacom.faults().next("b2cPayment", Fault.ACCEPTED_AND_TOKEN_REJECTED);
        JsonObject answer = json(post(B2C, b2c()));
        assertEquals("INS-0", answer.get("output_ResponseCode").getAsString());
        assertEquals(12, answer.get("output_TransactionID").getAsString().length());
        assertEquals(
                "API or Session key is not authorized",
                answer.get("output_error").getAsString());

        vodacom.faults().next("b2cPayment", Fault.KEY_TWICE);
        String twice = post(B2C, b2c()).body();
        int accepted = twice.indexOf("\"output_ResponseCode\":\"INS-0\"");
        assertTrue(accepted > 0 && twice.indexOf("\"output_ResponseCode\":\"INS-6\"") > accepted, twice);

        vodacom.faults().next("b2cPayment", Fault.DONE_BUT_TOKEN_REJECTED);
        assertEquals("401 API or Session key is not authorized", code(post(B2C, b2c())));
        assertEquals(3, vodacom.ledger().entries().size());
    }

    @Test
    void anAnswerRepeatsAnotherId() throws Exception {
        vodacom.faults().next("b2cPayment", Fault.OTHER_ID);
        JsonObject payment = b2c();
        JsonObject answer = json(post(B2C, payment));
        assertEquals("INS-0", answer.get("output_ResponseCode").getAsString());
        assertNotEquals(payment.get("input_ThirdPartyConversationID"), answer.get("output_ThirdPartyConversationID"));
    }

    @Test
    void aQuestionIsRefused() throws Exception {
        vodacom.faults().next("queryTransactionStatus", Fault.WRONG_CREDENTIALS);
        assertEquals("400 INS-13", code(status("000000000001")));
    }

    @Test
    void sessionsCanBeRefusedToo() throws Exception {
        vodacom.faults().next("getSession", Fault.REFUSED_BY_RESPONSE_CODE);
        vodacom.faults().next("getSession", Fault.TOKEN_REJECTED);
        assertEquals("200 INS-989", code(openSession("vodacomTZN", vodacom.apiKey())));
        assertEquals(401, openSession("vodacomTZN", vodacom.apiKey()).statusCode());
    }
}
