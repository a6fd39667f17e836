package io.github.mpesasdk.sandbox.kenya;

import static io.github.mpesasdk.sandbox.Merchant.CUSTOMER;
import static io.github.mpesasdk.sandbox.Merchant.error;
import static io.github.mpesasdk.sandbox.Merchant.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.SandboxTest;
import io.github.mpesasdk.sandbox.ledger.Account;
import io.github.mpesasdk.sandbox.phone.Handset;
import io.github.mpesasdk.sandbox.phone.OpenPrompt;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StkTest extends SandboxTest {

    StkTest(KenyaSandbox kenya) throws IOException {
        super(kenya);
    }

    @Test
    void anApprovedPromptIsPaidToldAndFound() throws Exception {
        JsonObject accepted = json(merchant.stkPush(merchant.push()));
        JsonObject callback = outcome();

        assertEquals("0", accepted.get("ResponseCode").getAsString());
        assertEquals(accepted.get("CheckoutRequestID"), callback.get("CheckoutRequestID"));
        assertEquals(accepted.get("MerchantRequestID"), callback.get("MerchantRequestID"));
        assertEquals("0", callback.get("ResultCode").toString(), "a number");
        String metadata = callback.get("CallbackMetadata").toString();
        assertTrue(metadata.contains("{\"Name\":\"Amount\",\"Value\":1}"), metadata);
        assertTrue(metadata.contains("{\"Name\":\"Balance\"}"), metadata);
        assertTrue(metadata.contains("{\"Name\":\"PhoneNumber\",\"Value\":" + CUSTOMER + "}"), metadata);
        assertTrue(metadata.matches(".*\"TransactionDate\",\"Value\":\\d{14}}.*"), metadata);

        JsonObject found =
                json(merchant.stkQuery(accepted.get("CheckoutRequestID").getAsString()));
        assertEquals("\"0\"", found.get("ResultCode").toString(), "text");
        assertEquals(
                "The service request has been accepted successfully",
                found.get("ResponseDescription").getAsString());

        assertEquals(new BigDecimal("299999.00"), kenya.ledger().balance(CUSTOMER));
        assertEquals(new BigDecimal("500001.00"), kenya.ledger().balance(kenya.payBill(), Account.UTILITY));
        assertEquals(List.of(), kenya.journal().violations());
    }

    @Test
    void aTillIsPaidThroughItsStore() throws Exception {
        merchant.stkPush(merchant.pushToTill());

        assertEquals(0, outcome().get("ResultCode").getAsInt());
        assertEquals(new BigDecimal("500001.00"), kenya.ledger().balance(kenya.tillNumber(), Account.UTILITY));
    }

    @ParameterizedTest
    @CsvSource({"entersWrongPin, 2001", "cancels, 1032", "ignores, 1037", "hasTooLittleMoney, 1"})
    void aCustomerWhoDoesNotPayGivesTheDocumentedCode(String behaviour, int code) throws Exception {
        Handset handset = kenya.phone().on(CUSTOMER);
        switch (behaviour) {
            case "entersWrongPin" -> handset.entersWrongPin();
            case "cancels" -> handset.cancels();
            case "ignores" -> handset.ignores();
            default -> handset.hasTooLittleMoney();
        }
        JsonObject accepted = json(merchant.stkPush(merchant.push()));
        JsonObject callback = outcome();

        assertEquals(code, callback.get("ResultCode").getAsInt());
        assertFalse(callback.has("CallbackMetadata"));
        String id = accepted.get("CheckoutRequestID").getAsString();
        assertEquals(
                String.valueOf(code),
                json(merchant.stkQuery(id)).get("ResultCode").getAsString());
        assertEquals(List.of(), kenya.ledger().entries());
    }

    @Test
    void aCustomerCanRunOutOfMoney() throws Exception {
        kenya.ledger().setBalance(CUSTOMER, new BigDecimal("0.50"));
        merchant.stkPush(merchant.push());

        assertEquals(1, outcome().get("ResultCode").getAsInt());
        assertEquals(new BigDecimal("0.50"), kenya.ledger().balance(CUSTOMER));
    }

    @Test
    void anOpenPromptIsPendingInBothFormsAndLocksTheHandset() throws Exception {
        kenya.phone().asks();
        String id =
                json(merchant.stkPush(merchant.push())).get("CheckoutRequestID").getAsString();

        assertEquals("500 500.001.1001 The transaction is being processed", error(merchant.stkQuery(id)));
        kenya.pendingForm(PendingForm.RESULT_4999);
        assertEquals("4999", json(merchant.stkQuery(id)).get("ResultCode").getAsString());
        assertEquals(
                "500 500.001.1001 Unable to lock subscriber, "
                        + "a transaction is already in process for the current subscriber",
                error(merchant.stkPush(merchant.push())));

        JsonObject other = merchant.push();
        other.addProperty("PhoneNumber", "254110000001");
        assertEquals(200, merchant.stkPush(other).statusCode());
        List<OpenPrompt> prompts = kenya.phone().prompts();
        assertEquals(2, prompts.size());
        prompts.forEach(prompt -> kenya.phone().answer(prompt.id(), Handset.Reaction.APPROVES));
        outcome();
        outcome();
        assertEquals(200, merchant.stkPush(merchant.push()).statusCode(), "the lock ends with the prompt");
    }

    @Test
    void thePasswordMustHoldShortCodePasskeyAndTimestamp() throws Exception {
        JsonObject stale = merchant.push();
        stale.addProperty("Timestamp", "20260314092409");
        assertEquals("500 500.001.1001 Wrong credentials", error(merchant.stkPush(stale)));

        JsonObject stranger = merchant.push();
        stranger.addProperty("BusinessShortCode", "999999");
        assertEquals("500 500.001.1001 Merchant does not exist", error(merchant.stkPush(stranger)));
    }

    @Test
    void aPushToTheWrongPartyFailsOnlyLater() throws Exception {
        JsonObject tillAsPayBill = merchant.push();
        tillAsPayBill.addProperty("PartyB", kenya.tillNumber());
        assertEquals(200, merchant.stkPush(tillAsPayBill).statusCode());
        assertEquals("2028", outcome().get("ResultCode").getAsString());

        JsonObject nobody = merchant.push();
        nobody.addProperty("PartyB", "999999");
        assertEquals(200, merchant.stkPush(nobody).statusCode());
        assertEquals("\"SFC_IC0003\"", outcome().get("ResultCode").toString());
    }

    @Test
    void aCustomerInDebtIsRefused() throws Exception {
        kenya.failNext("stkPush", "E3008");
        String id =
                json(merchant.stkPush(merchant.push())).get("CheckoutRequestID").getAsString();
        JsonObject callback = receiver.next("/stk").getAsJsonObject("Body").getAsJsonObject("stkCallback");
        JsonObject asked = json(merchant.stkQuery(id));
        assertEquals("E3008", callback.get("ResultCode").getAsString());
        assertEquals("E3008", asked.get("ResultCode").getAsString());
        assertEquals(
                "Error, the user has a bad debt contract.",
                asked.get("ResultDesc").getAsString());
        assertEquals(List.of(), kenya.ledger().entries());
    }

    @Test
    void anUnknownPromptIsNotFound() throws Exception {
        HttpResponse<String> answer = merchant.stkQuery("ws_CO_14032026092412345708374149");
        assertEquals("400 400.002.02 Bad Request - Invalid CheckoutRequestID", error(answer));
    }

    private JsonObject outcome() throws InterruptedException {
        return receiver.next("/stk").getAsJsonObject("Body").getAsJsonObject("stkCallback");
    }
}
