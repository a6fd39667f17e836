package io.github.mpesasdk.sandbox.kenya;

import static io.github.mpesasdk.sandbox.Merchant.CUSTOMER;
import static io.github.mpesasdk.sandbox.Merchant.error;
import static io.github.mpesasdk.sandbox.Merchant.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.Merchant;
import io.github.mpesasdk.sandbox.Receiver;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.SandboxTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class C2bTest extends SandboxTest {

    C2bTest(KenyaSandbox kenya) throws IOException {
        super(kenya);
    }

    @ParameterizedTest
    @CsvSource({"1, [0-9a-f]{64}, success", "2, 2547 \\*{5} 149, Success"})
    void thePayerIsHashedOrMasked(int version, String msisdn, String description) throws Exception {
        receiver.answer(
                "/validate",
                says("{\"ResultCode\":\"0\",\"ResultDesc\":\"Accepted\",\"ThirdPartyTransID\":\"order-7\"}"));
        JsonObject registered = json(register(version, "Completed"));
        JsonObject accepted = json(simulate(version));

        assertEquals("00000000", registered.get("ResponseCode").getAsString());
        assertEquals(description, registered.get("ResponseDescription").getAsString());
        assertEquals("0", accepted.get("ResponseCode").getAsString());
        assertTrue(accepted.has("OriginatorCoversationID"));
        JsonObject validation = receiver.next("/validate");
        JsonObject confirmation = receiver.next("/confirm");
        assertEquals("", validation.get("OrgAccountBalance").getAsString());
        assertEquals("500010.00", confirmation.get("OrgAccountBalance").getAsString());
        assertEquals("order-7", confirmation.get("ThirdPartyTransID").getAsString());
        assertEquals("10.00", confirmation.get("TransAmount").getAsString());
        assertTrue(confirmation.get("MSISDN").getAsString().matches(msisdn));
        assertFalse(confirmation.has("MiddleName") || confirmation.has("LastName"), "absent, not empty");
        assertEquals(validation.get("TransID"), confirmation.get("TransID"));
        assertEquals(new BigDecimal("299990.00"), kenya.ledger().balance(CUSTOMER));
        assertEquals(List.of(), kenya.journal().violations());
    }

    @Test
    void aRejectedPaymentDoesNotHappen() throws Exception {
        receiver.answer("/validate", says("{\"ResultCode\":\"C2B00012\",\"ResultDesc\":\"Rejected\"}"));
        register(2, "Completed");
        simulate(2);
        receiver.next("/validate");

        assertTrue(kenya.awaitCallbacks(SOON));
        assertEquals(List.of(), receiver.waiting("/confirm"));
        assertEquals(new BigDecimal("300000.00"), kenya.ledger().balance(CUSTOMER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Completed", "Cancelled"})
    void silenceMeansWhatTheRegistrationSays(String responseType) throws Exception {
        receiver.answer("/validate", new Receiver.Reply(200, "{\"ResultCode\":\"0\"}", Duration.ofMinutes(1)));
        // A sandbox of its own, because elsewhere an answer that comes must count, however slow this machine is.
        try (Sandbox impatient =
                Sandbox.builder().validationTimeout(Duration.ofMillis(100)).start()) {
            Merchant shop = new Merchant(impatient.kenya(), receiver);
            shop.post("/mpesa/c2b/v2/registerurl", shop.registration(responseType));
            shop.post("/mpesa/c2b/v2/simulate", shop.simulation());

            assertTrue(impatient.kenya().awaitCallbacks(SOON));
            assertEquals(
                    responseType.equals("Completed") ? 1 : 0,
                    receiver.waiting("/confirm").size());
        }
    }

    @Test
    void anErrorPageIsSilenceToo() throws Exception {
        receiver.answer("/validate", new Receiver.Reply(500, "<html>", Duration.ZERO));
        register(2, "Cancelled");
        simulate(2);
        assertTrue(kenya.awaitCallbacks(SOON));
        assertEquals(List.of(), receiver.waiting("/confirm"));
    }

    @Test
    void aSimulationNeedsARegistrationOfOurs() throws Exception {
        String notYours = "400 400.003.02 Bad Request - Kindly use your own ShortCode";
        assertEquals(notYours, error(simulate(2)));
        JsonObject foreign = merchant.registration("Completed");
        foreign.addProperty("ShortCode", "999999");
        assertEquals(notYours, error(merchant.post("/mpesa/c2b/v2/registerurl", foreign)));
    }

    @Test
    void theOldSpellingsAreTakenWithARemark() throws Exception {
        assertEquals(200, register(1, "Complete").statusCode());
        assertEquals(
                List.of("ResponseType must be one of [Completed, Cancelled] (documented)"),
                kenya.journal().remarks());
    }

    @Test
    void aTillHasNoAccount() throws Exception {
        register(2, "Completed");
        JsonObject simulation = merchant.simulation();
        simulation.addProperty("CommandID", "CustomerBuyGoodsOnline");
        simulation.add("BillRefNumber", JsonNull.INSTANCE);
        merchant.post("/mpesa/c2b/v2/simulate", simulation);

        JsonObject confirmation = receiver.next("/confirm");
        assertEquals(
                "Customer Merchant Payment", confirmation.get("TransactionType").getAsString());
        assertEquals("", confirmation.get("BillRefNumber").getAsString());
        assertEquals(List.of(), kenya.journal().violations());
    }

    @ParameterizedTest
    @CsvSource({
        "HASHED, Pay Bill, [0-9a-f]{64}, AMINA, false",
        "MASKED, Pay Bill, 2547 \\*{5} 149, AMINA, false",
        "HASHED_AND_MASKED, Pay Bill, [0-9a-f]{34} \\*{5} [0-9a-f]{25}, AMINA, false",
        "IN_FULL, Pay Bill, 254708374149, AMINA, true",
        "ORGANISATION, Organization To Organization Transfer, '', SANDBOX SUPPLIES LTD, false",
    })
    void thePayerIsToldInFiveForms(PayerForm form, String type, String msisdn, String name, boolean allNames)
            throws Exception {
        kenya.payerForm(form);
        register(2, "Completed");
        simulate(2);
        JsonObject confirmation = receiver.next("/confirm");
        assertEquals(type, confirmation.get("TransactionType").getAsString());
        assertTrue(confirmation.get("MSISDN").getAsString().matches(msisdn), confirmation.toString());
        assertEquals(name, confirmation.get("FirstName").getAsString());
        assertEquals(allNames, confirmation.has("MiddleName") && confirmation.has("LastName"));
        String invoice = form == PayerForm.ORGANISATION ? "INV-001" : "";
        assertEquals(invoice, confirmation.get("InvoiceNumber").getAsString());
    }

    @Test
    void aConfirmationCanComeThrice() throws Exception {
        kenya.faults().next("c2bSimulateV2", Fault.TRIPLE_CALLBACK);
        register(2, "Completed");
        simulate(2);
        String first = receiver.take("/confirm").body();
        assertEquals(first, receiver.take("/confirm").body());
        assertEquals(first, receiver.take("/confirm").body());
        assertTrue(kenya.awaitCallbacks(SOON));
        assertTrue(receiver.isUntouched("/confirm"));
    }

    private HttpResponse<String> register(int version, String responseType) throws Exception {
        return merchant.post("/mpesa/c2b/v" + version + "/registerurl", merchant.registration(responseType));
    }

    private HttpResponse<String> simulate(int version) throws Exception {
        return merchant.post("/mpesa/c2b/v" + version + "/simulate", merchant.simulation());
    }

    private static Receiver.Reply says(String body) {
        return new Receiver.Reply(200, body, Duration.ZERO);
    }
}
