package io.github.mpesasdk.sandbox.kenya;

import static io.github.mpesasdk.sandbox.Merchant.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.SandboxTest;
import io.github.mpesasdk.sandbox.ledger.Account;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** B2B payments and balances. */
class BusinessTest extends SandboxTest {

    private static final String B2B = "/mpesa/b2b/v1/paymentrequest";
    private static final String BALANCE = "/mpesa/accountbalance/v1/query";

    BusinessTest(KenyaSandbox kenya) throws IOException {
        super(kenya);
    }

    @Test
    void aPaymentMovesFromWorkingToUtility() throws Exception {
        JsonObject payment = merchant.b2b("BusinessPayBill", kenya.payBill());
        payment.addProperty("Requester", "254708374149");
        merchant.post(B2B, payment);
        JsonObject result = result();

        assertEquals("0", result.get("ResultCode").toString(), "a number");
        String parameters = result.get("ResultParameters").toString();
        assertTrue(parameters.contains("{\"Key\":\"Amount\",\"Value\":239}"), parameters);
        assertTrue(
                parameters.contains("{Amount={CurrencyCode=KES, MinimumAmount=99976100, BasicAmount=999761.00}}"),
                parameters);
        assertTrue(parameters.contains("{\"Key\":\"DebitPartyCharges\"}"), parameters);
        assertTrue(parameters.contains("{\"Key\":\"DebitAccountCurrentBalance\",\"Value\":\"{Amount="), parameters);
        assertTrue(parameters.matches(".*\"TransCompletedTime\",\"Value\":\\d{14}}.*"), parameters);
        assertTrue(parameters.contains("Working Account|KES|999761.00|999761.00|0.00|0.00"), parameters);
        String references =
                result.getAsJsonObject("ReferenceData").get("ReferenceItem").toString();
        assertTrue(references.startsWith("[") && references.endsWith("{\"Key\":\"Occassion\"}]"), references);
        assertEquals(new BigDecimal("500239.00"), kenya.ledger().balance(kenya.payBill(), Account.UTILITY));
        assertEquals(List.of(), kenya.journal().violations());
    }

    @ParameterizedTest
    @CsvSource({
        "BusinessPayBill, 999999, SFC_IC0003",
        "BusinessTransferFromUtilityToMMF, own, 21",
    })
    void aFailureHasOneBareParameter(String command, String payee, String code) throws Exception {
        merchant.post(B2B, merchant.b2b(command, payee.equals("own") ? kenya.businessShortCode() : payee));
        JsonObject result = result();

        assertEquals(code, result.get("ResultCode").getAsString());
        JsonObject parameter = result.getAsJsonObject("ResultParameters").getAsJsonObject("ResultParameter");
        assertTrue(parameter.toString().matches("\\{\"Key\":\"BOCompletedTime\",\"Value\":\\d{14}}"));
        assertTrue(result.get("TransactionID").getAsString().endsWith("0000000"));
    }

    @Test
    void aReferenceOfDigitsComesBackAsANumber() throws Exception {
        JsonObject payment = merchant.b2b("BusinessPayBill", kenya.payBill());
        payment.addProperty("AccountReference", "0353353");
        kenya.failNext("b2bPayment", "8006");
        merchant.post(B2B, payment);
        JsonObject result = result();
        assertFalse(result.has("ResultParameters"), "unlike other failures");
        assertEquals(
                "[{\"Key\":\"BillReferenceNumber\",\"Value\":353353},{\"Key\":\"QueueTimeoutURL\",\"Value\":"
                        + "\"https://internalsandbox.safaricom.co.ke/mpesa/b2bresults/v1/submit\"},"
                        + "{\"Key\":\"Occassion\"}]",
                result.getAsJsonObject("ReferenceData").get("ReferenceItem").toString());
    }

    @Test
    void aLockedInitiatorLearnsWhyFromItsBalance() throws Exception {
        kenya.failNext("accountBalance", "8006");
        merchant.post(BALANCE, merchant.balance());
        JsonObject result = result();
        assertEquals("8006", result.get("ResultCode").toString());
        String parameters = result.get("ResultParameters").toString();
        assertTrue(parameters.contains("{\"Key\":\"ErrorMsg\",\"Value\":\"API Password is locked. \"}"), parameters);
        assertEquals(
                "{\"Key\":\"QueueTimeoutURL\"}",
                result.getAsJsonObject("ReferenceData").get("ReferenceItem").toString());
    }

    @Test
    void fiveWrongPasswordsLockTheInitiator() throws Exception {
        JsonObject payment = merchant.b2b("BusinessPayBill", kenya.payBill());
        String right = payment.get("SecurityCredential").getAsString();
        payment.addProperty("SecurityCredential", merchant.securityCredential("wrong"));
        for (int i = 0; i < 5; i++) {
            merchant.post(B2B, payment);
            assertEquals(2001, result().get("ResultCode").getAsInt());
        }
        payment.addProperty("SecurityCredential", right);
        merchant.post(B2B, payment);
        assertEquals(8006, result().get("ResultCode").getAsInt());
    }

    @Test
    void aPayBillPaymentNeedsAnAccount() throws Exception {
        JsonObject payment = merchant.b2b("BusinessPayBill", kenya.payBill());
        payment.remove("AccountReference");
        assertEquals("400 400.002.02 Bad Request - Invalid AccountReference", error(merchant.post(B2B, payment)));
    }

    @Test
    void balancesComeInOneText() throws Exception {
        kenya.ledger().setBalance(kenya.businessShortCode(), Account.CHARGES_PAID, new BigDecimal("-1.5"));
        merchant.post(BALANCE, merchant.balance());
        JsonObject result = result();

        assertEquals("0", result.get("ResultCode").toString());
        assertEquals(
                "Working Account|KES|1000000.00|1000000.00|0.00|0.00&Float Account|KES|0.00|0.00|0.00|0.00"
                        + "&Utility Account|KES|500000.00|500000.00|0.00|0.00"
                        + "&Charges Paid Account|KES|-1.50|-1.50|0.00|0.00"
                        + "&Organization Settlement Account|KES|0.00|0.00|0.00|0.00",
                result.getAsJsonObject("ResultParameters")
                        .getAsJsonArray("ResultParameter")
                        .get(0)
                        .getAsJsonObject()
                        .get("Value")
                        .getAsString());
        assertEquals(List.of(), kenya.journal().violations());
    }
}
