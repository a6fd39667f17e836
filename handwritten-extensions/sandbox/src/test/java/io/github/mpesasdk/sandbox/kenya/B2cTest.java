package io.github.mpesasdk.sandbox.kenya;

import static io.github.mpesasdk.sandbox.Merchant.CUSTOMER;
import static io.github.mpesasdk.sandbox.Merchant.error;
import static io.github.mpesasdk.sandbox.Merchant.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.SandboxTest;
import io.github.mpesasdk.sandbox.ledger.Account;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class B2cTest extends SandboxTest {

    private static final String V1 = "/mpesa/b2c/v1/paymentrequest";
    private static final String V3 = "/mpesa/b2c/v3/paymentrequest";

    B2cTest(KenyaSandbox kenya) throws IOException {
        super(kenya);
    }

    @Test
    void aPaymentReachesTheCustomerAndTheResultSaysSo() throws Exception {
        JsonObject accepted = json(merchant.post(V3, merchant.b2c("payout-1")));
        JsonObject result = result();

        assertEquals("payout-1", accepted.get("OriginatorConversationID").getAsString());
        assertEquals("payout-1", result.get("OriginatorConversationID").getAsString());
        assertEquals(accepted.get("ConversationID"), result.get("ConversationID"));
        assertEquals("0", result.get("ResultCode").toString(), "a number");
        String parameters = result.get("ResultParameters").toString();
        assertTrue(parameters.contains("\"TransactionReceipt\",\"Value\":" + result.get("TransactionID")), parameters);
        assertTrue(
                parameters.matches(".*\"TransactionCompletedDateTime\","
                        + "\"Value\":\"\\d\\d\\.\\d\\d\\.\\d{4} \\d\\d:\\d\\d:\\d\\d\".*"),
                parameters);
        assertTrue(parameters.contains("B2CChargesPaidAccountAvailableFunds\",\"Value\":-5.00"), parameters);
        JsonObject reference = result.getAsJsonObject("ReferenceData").getAsJsonObject("ReferenceItem");
        assertEquals("QueueTimeoutURL", reference.get("Key").getAsString(), "a bare object");

        assertEquals(new BigDecimal("300010.00"), kenya.ledger().balance(CUSTOMER));
        assertEquals(new BigDecimal("499990.00"), kenya.ledger().balance(kenya.businessShortCode(), Account.UTILITY));
        assertEquals(List.of(), kenya.journal().violations());
    }

    @Test
    void anIdServesOnce() throws Exception {
        merchant.post(V3, merchant.b2c("payout-1"));
        assertEquals(
                "500 500.002.1001 Duplicate OriginatorConversationID.",
                error(merchant.post(V3, merchant.b2c("payout-1"))));
        result();
        assertEquals(1, kenya.ledger().entries().size());
    }

    @Test
    void anIdServesOnceEvenInARush() throws Exception {
        String token = merchant.token();
        JsonObject payment = merchant.b2c("payout-1");
        List<CompletableFuture<Integer>> rush = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return merchant.post(V3, payment, token).statusCode();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .limit(16)
                .toList();
        assertEquals(
                1,
                rush.stream()
                        .map(CompletableFuture::join)
                        .filter(status -> status == 200)
                        .count());
        result();
        assertEquals(new BigDecimal("300010.00"), kenya.ledger().balance(CUSTOMER));
    }

    @Test
    void versionOneGetsAnIdFromTheGateway() throws Exception {
        JsonObject payment = merchant.b2c("unused");
        payment.remove("OriginatorConversationID");
        payment.add("Occasion", payment.remove("Occassion"));
        String first =
                json(merchant.post(V1, payment)).get("OriginatorConversationID").getAsString();
        String second =
                json(merchant.post(V1, payment)).get("OriginatorConversationID").getAsString();

        assertNotEquals(first, second);
        assertEquals(0, result().get("ResultCode").getAsInt());
        assertEquals(0, result().get("ResultCode").getAsInt());
        assertEquals(new BigDecimal("300020.00"), kenya.ledger().balance(CUSTOMER));
        assertEquals(List.of(), kenya.journal().violations());
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "password", "certificate"})
    void aWrongInitiatorIsAcceptedFirstAndRefusedLater(String wrong) throws Exception {
        JsonObject payment = merchant.b2c("payout-1");
        switch (wrong) {
            case "name" -> payment.addProperty("InitiatorName", "somebody");
            case "password" -> payment.addProperty("SecurityCredential", merchant.securityCredential("guess"));
            default -> payment.addProperty("SecurityCredential", "bm90LWVuY3J5cHRlZA==");
        }
        assertEquals(200, merchant.post(V3, payment).statusCode());
        JsonObject result = result();

        assertEquals(2001, result.get("ResultCode").getAsInt());
        assertFalse(result.has("ResultParameters"));
        assertEquals(new BigDecimal("300000.00"), kenya.ledger().balance(CUSTOMER));
        assertEquals(LedgerEntry.Status.FAILED, kenya.ledger().entries().get(0).status());
        // Nobody finds out by the result alone that it was encrypted for another gateway.
        boolean told = kenya.journal().remarks().stream().anyMatch(remark -> remark.contains("acceptAnyCredential"));
        assertEquals(wrong.equals("certificate"), told);
    }

    @Test
    void aPayerNeedsMoneyAndMustBeOurs() throws Exception {
        kenya.ledger().setBalance(kenya.businessShortCode(), Account.UTILITY, new BigDecimal("9.99"));
        merchant.post(V3, merchant.b2c("payout-1"));
        assertEquals(1, result().get("ResultCode").getAsInt());

        JsonObject foreign = merchant.b2c("payout-2");
        foreign.addProperty("PartyA", "999999");
        merchant.post(V3, foreign);
        assertEquals(21, result().get("ResultCode").getAsInt());
    }

    @ParameterizedTest
    @CsvSource({
        "1, The balance is insufficient for the transaction., true",
        "7, The ReceiverParty information is invalid., true",
        "2001, The initiator information is invalid., true",
        "2040, Credit Party customer type (Unregistered or Registered Customer) can't be supported by the service ., false",
        "4001, Insufficient balance, false",
        "8006, The security credential is locked., true",
    })
    void aFailureHasTheShapeThatWasRecorded(int code, String words, boolean receipt) throws Exception {
        kenya.failNext("b2cPaymentV3", String.valueOf(code));
        JsonObject accepted = json(merchant.post(V3, merchant.b2c("payout-1")));
        JsonObject result = result();
        assertEquals(code, result.get("ResultCode").getAsInt());
        assertEquals(words, result.get("ResultDesc").getAsString());
        assertFalse(result.has("ResultParameters"));
        String id = result.get("TransactionID").getAsString();
        assertTrue(id.matches("[A-Z]{2}[0-9A-V][0-9A-Z]{7}"), id);
        assertEquals(receipt, !id.endsWith("0000000"), "a placeholder is shared by the failures of a day");
        assertEquals(
                "{\"Key\":\"QueueTimeoutURL\",\"Value\":"
                        + "\"https://internalsandbox.safaricom.co.ke/mpesa/b2cresults/v1/submit\"}",
                result.getAsJsonObject("ReferenceData").get("ReferenceItem").toString());
        String conversation = accepted.get("ConversationID").getAsString();
        assertTrue(conversation.matches("AG_\\d{8}_\\d{8}[0-9a-z]{12}"), conversation);
    }

    @Test
    void onlyKnownFailuresCanBeAskedFor() {
        assertThrows(IllegalArgumentException.class, () -> kenya.failNext("b2cPaymentV3", "0"));
        assertThrows(IllegalArgumentException.class, () -> kenya.failNext("b2cPayment", "2001"));
    }

    @Test
    void lessThanTenShillingsIsARemark() throws Exception {
        JsonObject payment = merchant.b2c("payout-1");
        payment.addProperty("Amount", "9");
        assertEquals(200, merchant.post(V3, payment).statusCode());
        assertFalse(kenya.journal().of("b2cPaymentV3").get(0).violations().isEmpty());
    }
}
