package io.github.mpesasdk.sandbox;

import static io.github.mpesasdk.sandbox.Merchant.error;
import static io.github.mpesasdk.sandbox.Merchant.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers and callbacks that contradict themselves, each other, or what happened. */
class ContradictionsTest extends SandboxTest {

    ContradictionsTest(KenyaSandbox kenya) throws IOException {
        super(kenya);
    }

    @ParameterizedTest
    @CsvSource({"ACCEPTED_AND_REFUSED, 400.002.05", "ACCEPTED_AND_TOKEN_REJECTED, 404.001.03"})
    void oneAnswerAcceptsAndRefuses(Fault fault, String code) throws Exception {
        kenya.faults().next("stkPush", fault);
        HttpResponse<String> answer = merchant.stkPush(merchant.push());
        assertEquals(200, answer.statusCode());
        assertEquals("0", json(answer).get("ResponseCode").getAsString());
        assertEquals(code, json(answer).get("errorCode").getAsString());
        assertEquals(
                callback().get("CheckoutRequestID"), json(answer).get("CheckoutRequestID"), "the payment was made");
    }

    @Test
    void aKeyComesTwice() throws Exception {
        kenya.faults().next("stkPush", Fault.KEY_TWICE);
        String answer = merchant.stkPush(merchant.push()).body();
        int accepted = answer.indexOf("\"ResponseCode\":\"0\"");
        assertTrue(accepted > 0 && answer.indexOf("\"ResponseCode\":\"1\"") > accepted, answer);
        assertEquals(0, callback().get("ResultCode").getAsInt());
    }

    @Test
    void aTokenIsRejectedThoughThePaymentWasMadeAndCalledBack() throws Exception {
        kenya.faults().next("stkPush", Fault.DONE_BUT_TOKEN_REJECTED, Fault.EARLY_CALLBACK);
        assertEquals("404 404.001.03 Invalid Access Token", error(merchant.stkPush(merchant.push())));
        assertEquals(1, receiver.waiting("/stk").size());
        assertEquals(1, kenya.ledger().entries().size());
    }

    @Test
    void anAnswerRepeatsAnotherId() throws Exception {
        kenya.faults().next("b2cPaymentV3", Fault.OTHER_ID);
        JsonObject paid = json(merchant.post("/mpesa/b2c/v3/paymentrequest", merchant.b2c("payout-17")));
        assertEquals("payout-10", paid.get("OriginatorConversationID").getAsString());
        assertEquals(result().get("ConversationID"), paid.get("ConversationID"), "this one repeats nothing");

        String id =
                json(merchant.stkPush(merchant.push())).get("CheckoutRequestID").getAsString();
        receiver.next("/stk");
        kenya.faults().next("stkQuery", Fault.OTHER_ID);
        JsonObject asked = json(merchant.stkQuery(id));
        assertEquals("0", asked.get("ResultCode").getAsString());
        assertNotEquals(id, asked.get("CheckoutRequestID").getAsString());
    }

    @Test
    void aCallbackSpeaksOfAnotherPayment() throws Exception {
        kenya.faults().next("stkPush", Fault.CALLBACK_OF_ANOTHER, Fault.CALLBACK_WITH_OTHER_AMOUNT);
        JsonObject accepted = json(merchant.stkPush(merchant.push()));
        JsonObject callback = callback();
        for (String id : List.of("MerchantRequestID", "CheckoutRequestID")) {
            assertNotEquals(accepted.get(id), callback.get(id));
            assertEquals(
                    accepted.get(id).getAsString().length(),
                    callback.get(id).getAsString().length());
        }
        assertTrue(callback.toString().contains("{\"Name\":\"Amount\",\"Value\":91}"), callback.toString());

        kenya.faults().next("b2cPaymentV3", Fault.CALLBACK_OF_ANOTHER, Fault.CALLBACK_WITH_OTHER_AMOUNT);
        merchant.post("/mpesa/b2c/v3/paymentrequest", merchant.b2c("payout-17"));
        JsonObject result = result();
        assertEquals("payout-10", result.get("OriginatorConversationID").getAsString());
        assertTrue(result.toString().contains("{\"Key\":\"TransactionAmount\",\"Value\":910}"), result.toString());
    }

    @ParameterizedTest
    @CsvSource({"UNSETTLING_CALLBACK_FIRST, 4999, 17", "UNKNOWN_CALLBACK_FIRST, 4242, 4242"})
    void aCallbackThatSettlesNothingComesFirst(Fault fault, int stk, int b2c) throws Exception {
        kenya.faults().next("stkPush", fault);
        merchant.stkPush(merchant.push());
        assertEquals(stk, callback().get("ResultCode").getAsInt());
        assertEquals(0, callback().get("ResultCode").getAsInt());

        kenya.faults().next("b2cPaymentV3", fault, Fault.LOST_CALLBACK);
        merchant.post("/mpesa/b2c/v3/paymentrequest", merchant.b2c("payout-1"));
        assertEquals(b2c, result().get("ResultCode").getAsInt());
        assertTrue(kenya.awaitCallbacks(SOON));
        assertTrue(receiver.isUntouched("/result"), "the one that settles is lost");
    }

    @Test
    void aQuestionIsRefused() throws Exception {
        String id =
                json(merchant.stkPush(merchant.push())).get("CheckoutRequestID").getAsString();
        callback();
        kenya.faults().next("stkQuery", Fault.WRONG_CREDENTIALS);
        assertEquals("500 500.001.1001 Wrong credentials", error(merchant.stkQuery(id)));

        kenya.faults().next("transactionStatus", Fault.WRONG_CREDENTIALS);
        JsonObject query = merchant.status("OriginalConversationID", id);
        assertEquals(
                "0",
                json(merchant.post("/mpesa/transactionstatus/v1/query", query))
                        .get("ResponseCode")
                        .getAsString());
        assertEquals(2001, result().get("ResultCode").getAsInt());
    }

    private JsonObject callback() throws InterruptedException {
        return receiver.next("/stk").getAsJsonObject("Body").getAsJsonObject("stkCallback");
    }
}
