package io.github.mpesasdk.sandbox.kenya;

import static io.github.mpesasdk.sandbox.Merchant.CUSTOMER;
import static io.github.mpesasdk.sandbox.Merchant.error;
import static io.github.mpesasdk.sandbox.Merchant.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.SandboxTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transaction status and reversal. */
class TransactionTest extends SandboxTest {

    private static final String STATUS = "/mpesa/transactionstatus/v1/query";
    private static final String REVERSAL = "/mpesa/reversal/v1/request";
    private static final String B2C = "/mpesa/b2c/v3/paymentrequest";

    TransactionTest(KenyaSandbox kenya) throws IOException {
        super(kenya);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TransactionID", "OriginalConversationID", "OriginatorConversationID"})
    void aPaymentIsFoundByEachOfItsIds(String field) throws Exception {
        merchant.post(B2C, merchant.b2c("payout-1"));
        String receipt = result().get("TransactionID").getAsString();
        merchant.post(STATUS, merchant.status(field, field.equals("TransactionID") ? receipt : "payout-1"));
        JsonObject result = result();

        assertEquals(0, result.get("ResultCode").getAsInt());
        String parameters = result.get("ResultParameters").toString();
        assertTrue(parameters.contains("{\"Key\":\"TransactionStatus\",\"Value\":\"Completed\"}"), parameters);
        assertTrue(parameters.contains("{\"Key\":\"ReceiptNo\",\"Value\":\"" + receipt + "\"}"), parameters);
        assertTrue(parameters.contains("{\"Key\":\"TransactionReason\"}"), parameters);
        assertTrue(parameters.contains("{\"Key\":\"CreditPartyName\",\"Value\":\"254708374149 - "), parameters);
        assertTrue(parameters.contains("{\"Key\":\"CreditPartyCharges\"}"), parameters);
        assertTrue(parameters.matches(".*\"InitiatedTime\",\"Value\":\\d{14}}.*"), parameters);
        assertEquals(
                "{\"Key\":\"Occasion\"}",
                result.getAsJsonObject("ReferenceData").get("ReferenceItem").toString());
        assertEquals(List.of(), kenya.journal().violations());
    }

    @Test
    void theConversationIdOfTheGatewayServesToo() throws Exception {
        JsonObject accepted = json(merchant.post(B2C, merchant.b2c("payout-1")));
        result();
        String id = accepted.get("ConversationID").getAsString();
        merchant.post(STATUS, merchant.status("OriginalConversationID", id));
        assertEquals(0, result().get("ResultCode").getAsInt());
    }

    @Test
    void whatNeverHappenedIsNotFound() throws Exception {
        merchant.post(STATUS, merchant.status("OriginalConversationID", "payout-none"));
        JsonObject result = result();
        assertEquals("2032", result.get("ResultCode").toString());
        assertFalse(result.has("ResultParameters"));
        assertEquals(
                "{\"ReferenceItem\":{\"Key\":\"Occasion\"}}",
                result.get("ReferenceData").toString());
    }

    @Test
    void aQueryMustNameATransaction() throws Exception {
        JsonObject query = merchant.status("TransactionID", "x");
        query.remove("TransactionID");
        assertEquals("400 400.002.02 Bad Request - Invalid TransactionID", error(merchant.post(STATUS, query)));
    }

    @Test
    void aCustomerPaymentIsGivenBackOnce() throws Exception {
        merchant.stkPush(merchant.push());
        receiver.next("/stk");
        String receipt = kenya.ledger().entries().get(0).receipt();

        merchant.post(REVERSAL, merchant.reversal(receipt));
        JsonObject result = result();
        assertEquals(0, result.get("ResultCode").getAsInt());
        String parameters = result.get("ResultParameters").toString();
        assertTrue(parameters.contains("{\"Key\":\"OriginalTransactionID\",\"Value\":\"" + receipt + "\"}"));
        assertTrue(parameters.contains("{\"Key\":\"Amount\",\"Value\":1.00}"), parameters);
        assertEquals(new BigDecimal("300000.00"), kenya.ledger().balance(CUSTOMER));

        merchant.post(REVERSAL, merchant.reversal(receipt));
        JsonObject again = result();
        assertEquals("R000001", again.get("ResultCode").getAsString());
        assertFalse(again.has("ResultParameters"));
        assertEquals(List.of(), kenya.journal().violations());
    }

    @Test
    void onlyCustomerPaymentsCanBeReversed() throws Exception {
        merchant.post(REVERSAL, merchant.reversal("UNKNOWN123"));
        assertEquals("R000002", result().get("ResultCode").getAsString());

        merchant.post(B2C, merchant.b2c("payout-1"));
        String receipt = result().get("TransactionID").getAsString();
        merchant.post(REVERSAL, merchant.reversal(receipt));
        assertEquals("R000002", result().get("ResultCode").getAsString());
    }
}
