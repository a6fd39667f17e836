package io.github.mpesasdk.sandbox.kenya;

import static io.github.mpesasdk.sandbox.Merchant.error;
import static io.github.mpesasdk.sandbox.Merchant.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Exchange;
import io.github.mpesasdk.sandbox.SandboxTest;
import io.github.mpesasdk.sandbox.market.JsonFields;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest extends SandboxTest {

    private static final String PUSH = "/mpesa/stkpush/v1/processrequest";

    RefusalTest(KenyaSandbox kenya) throws IOException {
        super(kenya);
    }

    @Test
    void aTokenHas28CharactersAndALifetimeInText() throws Exception {
        JsonObject answer = json(merchant.fetchToken(kenya.consumerKey(), kenya.consumerSecret()));
        assertEquals(28, answer.get("access_token").getAsString().length());
        assertEquals("\"3599\"", answer.get("expires_in").toString());
    }

    /** The envelope that a standing order's refusal was recorded in is no other call's. */
    @Test
    void aStandingOrderIsRefusedInAFormOfItsOwn() throws Exception {
        JsonObject order = JsonFields.with("StandingOrderName", "Rent")
                .and("StartDate", "20260401")
                .and("EndDate", "20270401")
                .and("BusinessShortCode", kenya.payBill())
                .and("TransactionType", "Standing Order Customer Pay Bill")
                .and("ReceiverPartyIdentifierType", "4")
                .and("Amount", "500")
                .and("PartyA", "254708374149")
                .and("CallBackURL", receiver.url("/order"))
                .and("AccountReference", "RENT")
                .and("TransactionDesc", "Rent")
                .and("Frequency", "5")
                .json();
        HttpResponse<String> answer = merchant.post("/standingorder/v1/createStandingOrderExternal", order);
        assertEquals(400, answer.statusCode());
        JsonObject refusal = json(answer);
        assertEquals(400, refusal.get("responseCode").getAsInt());
        assertTrue(refusal.get("responseMessage").getAsString().contains("CustomStoId"), refusal.toString());
        assertTrue(refusal.has("requestRefId") && refusal.has("timestamp") && !refusal.has("errorCode"));
    }

    @Test
    void aWrongSecretIsAnsweredWithSilence() throws Exception {
        HttpResponse<String> answer = merchant.fetchToken(kenya.consumerKey(), "wrong");
        assertEquals(400, answer.statusCode());
        assertEquals("", answer.body());
    }

    @Test
    void tokensAreForBasicAndClientCredentialsOnly() throws Exception {
        HttpRequest bearer = merchant.at("/oauth/v1/generate?grant_type=client_credentials")
                .header("Authorization", "Bearer x")
                .build();
        assertEquals("400 400.008.01 Invalid authentication type passed", error(merchant.send(bearer)));
        HttpRequest password = merchant.at("/oauth/v1/generate?grant_type=password")
                .header("Authorization", "Basic x")
                .build();
        assertEquals("400 400.008.02 Invalid grant type passed", error(merchant.send(password)));
        assertFalse(kenya.journal().violations().isEmpty(), "the spec knows one grant type");
    }

    @ParameterizedTest
    @CsvSource({
        "/mpesa/stkpush/v1/processrequest, 404 404.001.03 Invalid Access Token",
        "/mpesa/stkpushquery/v1/query, 404 404.001.03 Invalid Access Token",
        "/mpesa/reversal/v1/request, 404 404.001.03 Invalid Access Token",
        "/mpesa/c2b/v1/registerurl, 400 400.003.01 Invalid Access Token",
        "/mpesa/c2b/v2/simulate, 400 400.003.01 Invalid Access Token",
        "/mpesa/transactionstatus/v1/query, 400 400.003.01 Invalid Access Token",
        "/mpesa/b2c/v1/paymentrequest, 401 401.002.01 Error Occurred - Invalid Access Token - stale",
        "/mpesa/b2c/v3/paymentrequest, 401 401.002.01 Error Occurred - Invalid Access Token - stale",
        "/mpesa/b2b/v1/paymentrequest, 401 401.002.01 Error Occurred - Invalid Access Token - stale",
        "/mpesa/accountbalance/v1/query, 401 401.002.01 Error Occurred - Invalid Access Token - stale",
    })
    void aBadTokenIsRefusedInThreeWays(String path, String expected) throws Exception {
        assertEquals(expected, error(merchant.post(path, new JsonObject(), "stale")));
    }

    @Test
    void tokensEndWhenToldToAndNewOnesLeaveOldOnesAlone() throws Exception {
        String old = merchant.token();
        assertNotEquals(old, merchant.token());
        assertEquals(200, merchant.post(PUSH, merchant.push(), old).statusCode());
        kenya.expireTokens();
        assertEquals(404, merchant.post(PUSH, merchant.push(), old).statusCode());
    }

    @Test
    void aMissingHeaderIsNotABadToken() throws Exception {
        HttpRequest bare = merchant.at(PUSH)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(merchant.push().toString()))
                .build();
        assertEquals("404 404.001.04 Invalid Authentication Header", error(merchant.send(bare)));
    }

    @ParameterizedTest
    @CsvSource({
        "/mpesa/stkpush/v1/processrequest, BusinessShortCode",
        "/mpesa/b2c/v3/paymentrequest, InitiatorName",
    })
    void aBodyOfAnotherTypeIsNotRead(String path, String field) throws Exception {
        HttpRequest text = merchant.at(path)
                .header("Authorization", "Bearer " + merchant.token())
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(merchant.push().toString()))
                .build();
        assertEquals("400 400.002.02 Bad Request - Invalid " + field, error(merchant.send(text)));
    }

    @Test
    void aCharsetInTheContentTypeDoesNoHarm() throws Exception {
        HttpRequest request = merchant.at(PUSH)
                .header("Authorization", "Bearer " + merchant.token())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(merchant.push().toString()))
                .build();
        assertEquals(200, merchant.send(request).statusCode());
        assertEquals(List.of(), kenya.journal().violations());
    }

    @Test
    void unknownPathsAndMethodsAreRefused() throws Exception {
        assertEquals(
                "404 404.001.01 Resource not found", error(merchant.post("/mpesa/stkpush/v9/none", new JsonObject())));
        assertEquals(
                "405 405.001 Method Not Allowed",
                error(merchant.send(merchant.at(PUSH).build())));
        assertNull(kenya.journal().exchanges().get(1).operationId());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "BusinessShortCode, 12ab, BusinessShortCode",
                "Amount, 0, Amount",
                "Amount, 1.50, Amount",
                "PhoneNumber, 0708374149, PhoneNumber",
                "CallBackURL, not an address, CallBackURL",
                "TransactionDesc, -, Remarks",
                "TransactionDesc, '', Remarks",
                "PartyB, -, PartyB",
                "PartyB, '', PartyB",
            })
    void aFaultyFieldIsNamed(String field, String value, String named) throws Exception {
        JsonObject push = merchant.push();
        if (value == null) {
            push.remove(field);
        } else {
            push.addProperty(field, value);
        }
        assertEquals("400 400.002.02 Bad Request - Invalid " + named, error(merchant.stkPush(push)));
        Exchange refused = kenya.journal().of("stkPush").get(0);
        assertEquals(1, refused.refused().size());
        assertEquals(List.of(), refused.remarks());
    }

    @Test
    void theJournalSaysInWordsWhatIsWrong() throws Exception {
        JsonObject push = merchant.push();
        push.addProperty("TransactionType", "CustomerPay");
        push.addProperty("PhoneNumber", "0708374149");
        push.addProperty("TransactionDesc", "");
        push.remove("PartyB");
        merchant.stkPush(push);
        assertEquals(
                List.of(
                        "PartyB is missing (documented)",
                        "PhoneNumber must be a mobile number of 12 digits that starts with 2547 or 2541"
                                + " (400.002.02, captured)",
                        "TransactionDesc must not be empty (400.002.02, captured)"),
                kenya.journal().refused());
        assertEquals(
                List.of("TransactionType must be one of [CustomerPayBillOnline, CustomerBuyGoodsOnline] (documented)"),
                kenya.journal().remarks());
    }

    @Test
    void theFirstFaultyFieldOfTheSpecIsNamed() throws Exception {
        assertEquals(
                "400 400.002.02 Bad Request - Invalid BusinessShortCode", error(merchant.stkPush(new JsonObject())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "<html>"})
    void whatIsNoJsonObjectIsAnInvalidPayload(String body) throws Exception {
        HttpRequest request = merchant.at("/mpesa/c2b/v2/simulate")
                .header("Authorization", "Bearer " + merchant.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertEquals("400 400.002.05 Invalid Request Payload", error(merchant.send(request)));
    }

    @Test
    void anAmountThatIsNoWholeNumberIsRefusedInAnyForm() throws Exception {
        JsonObject push = merchant.push();
        push.addProperty("Amount", 1.5);
        assertEquals("400 400.002.02 Bad Request - Invalid Amount", error(merchant.stkPush(push)));
        push.add("Amount", JsonNull.INSTANCE);
        assertEquals("400 400.002.02 Bad Request - Invalid Amount", error(merchant.stkPush(push)));
    }

    @Test
    void tenantsAreToldApart() throws Exception {
        App other = kenya.addApp("other-key", "other-secret");
        String token = json(merchant.fetchToken(other.consumerKey(), other.consumerSecret()))
                .get("access_token")
                .getAsString();
        merchant.post(PUSH, merchant.push(), token);
        merchant.stkQuery("none");

        assertEquals(
                List.of("other-key"),
                kenya.journal().of("stkPush").stream().map(Exchange::caller).toList());
        assertEquals(
                List.of(kenya.consumerKey()),
                kenya.journal().of("stkQuery").stream().map(Exchange::caller).toList());
        assertFalse(kenya.journal().exchanges().toString().contains(token));
        assertFalse(other.toString().contains("other"));
    }
}
