package io.github.mpesasdk.conformance.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.github.mpesasdk.conformance.Spec;
import org.junit.jupiter.api.Test;

/** What a recording keeps, what it replaces, and that it masks whatever it does not know. */
class RedactorTest {

    private static final Redactor REDACTOR =
            new Redactor(Spec.read("daraja/openapi.yaml"), Spec.read("daraja/codes.yaml"));

    private static void assertRedacted(String schema, String answer, String expected) {
        JsonElement redacted = REDACTOR.redacted(JsonParser.parseString(answer), schema, "known-to-all"::equals);
        assertEquals(JsonParser.parseString(expected), redacted);
    }

    @Test
    void keepsWhatIsPublic() {
        String answer = "{'OriginatorConversationID': '8c14-1', 'ConversationID': 'AG_1', 'ResponseCode': '0',"
                + " 'ResponseDescription': 'Accept the service request successfully.'}";
        assertRedacted("Acknowledgement", answer, answer);
    }

    @Test
    void replacesWhatTheSpecCallsSensitiveByItsExample() {
        assertRedacted(
                "TokenAnswer",
                "{'access_token': 'abcdefgh', 'expires_in': 3599}",
                "{'access_token': 'not-a-real-access-token-0000', 'expires_in': 3599}");
        assertRedacted(
                "StkPushAnswer",
                "{'CheckoutRequestID': 'ws_CO_1', 'ResponseCode': '0'}",
                "{'CheckoutRequestID': 'ws_CO_14032026092412345708374149', 'ResponseCode': '0'}");
    }

    @Test
    void keepsWhatEverybodyKnows() {
        assertRedacted(
                "StkPushAnswer",
                "{'CheckoutRequestID': 'known-to-all', 'Debug': 'known-to-all'}",
                "{'CheckoutRequestID': 'known-to-all', 'Debug': '***'}");
    }

    @Test
    void masksFieldsThatTheSpecDoesNotKnow() {
        assertRedacted(
                "Acknowledgement",
                "{'ResponseCode': '0', 'Customer': {'Name': 'a', 'Phone': 1}, 'Debug': ['x']}",
                "{'ResponseCode': '0', 'Customer': '***', 'Debug': '***'}");
    }

    @Test
    void masksWhatLooksRealInAPublicField() {
        String number = "254" + "7".repeat(9);
        assertRedacted(
                "Acknowledgement",
                "{'ConversationID': '" + number + "', 'ResponseDescription': 'Paid to " + number + "'}",
                "{'ConversationID': 'AG_20260314_0000example0001',"
                        + " 'ResponseDescription': 'Accept the service request successfully.'}");
    }

    @Test
    void keepsOfAnErrorMessageOnlyWhatTheSpecsPrint() {
        assertRedacted(
                "ErrorResponse",
                "{'errorCode': '401.002.01', 'errorMessage': 'Error Occurred - Invalid Access Token - abcdefgh'}",
                "{'errorCode': '401.002.01', 'errorMessage': 'Invalid Access Token'}");
        assertRedacted(
                "ErrorResponse",
                "{'errorCode': '500.001.1001', 'errorMessage': '[MerchantValidate] - Wrong credentials'}",
                "{'errorCode': '500.001.1001', 'errorMessage': '[MerchantValidate] - Wrong credentials'}");
        assertRedacted(
                "ErrorResponse",
                "{'errorCode': '400.002.02', 'errorMessage': 'Somebody said something new'}",
                "{'errorCode': '400.002.02', 'errorMessage': '***'}");
    }

    @Test
    void masksEveryValueOfAResult() {
        assertRedacted(
                "ResultEnvelope",
                "{'Result': {'ResultCode': 0, 'ResultParameters': {'ResultParameter': {'Key': 'a', 'Value': 'b'}}}}",
                "{'Result': {'ResultCode': 0, 'ResultParameters': {'ResultParameter': '***'}}}");
    }
}
