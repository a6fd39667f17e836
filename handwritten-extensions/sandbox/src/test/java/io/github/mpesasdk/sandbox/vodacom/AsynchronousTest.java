package io.github.mpesasdk.sandbox.vodacom;

import static io.github.mpesasdk.sandbox.EncryptedCaller.code;
import static io.github.mpesasdk.sandbox.EncryptedCaller.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Delivery;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.Receiver;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsynchronousTest extends VodacomTest {

    AsynchronousTest(VodacomSandbox vodacom) throws IOException {
        super(vodacom);
    }

    @BeforeEach
    void setUp() {
        asynchronous();
    }

    @Test
    void theAnswerAcceptsAndTheCallbackTells() throws Exception {
        JsonObject payment = c2b();
        var answer = post(C2B, payment);
        assertEquals("201 INS-0", code(answer));
        assertFalse(json(answer).has("output_TransactionID"));

        JsonObject callback = receiver.next("/response");
        assertEquals(json(answer).get("output_ConversationID"), callback.get("input_OriginalConversationID"));
        assertEquals(payment.get("input_ThirdPartyConversationID"), callback.get("input_ThirdPartyConversationID"));
        assertEquals("INS-0", callback.get("input_ResultCode").getAsString());
        assertEquals(
                vodacom.ledger().entries().get(0).receipt(),
                callback.get("input_TransactionID").getAsString());
        assertTrue(vodacom.awaitCallbacks(SOON));
        assertEquals(List.of(), vodacom.journal().violations());
    }

    @Test
    void aRefusalIsStillAnAnswerAndAFailureIsTold() throws Exception {
        JsonObject payment = c2b();
        payment.addProperty("input_Amount", "0");
        assertEquals("400 INS-15", code(post(C2B, payment)));
        vodacom.phone().entersWrongPin();
        assertEquals("201 INS-0", code(post(C2B, c2b())));
        JsonObject callback = receiver.next("/response");
        assertEquals("INS-6", callback.get("input_ResultCode").getAsString());
        assertEquals("N/A", callback.get("input_TransactionID").getAsString());
    }

    @ParameterizedTest
    @CsvSource({"UNSETTLING_CALLBACK_FIRST, INS-1", "UNKNOWN_CALLBACK_FIRST, INS-4242"})
    void aCallbackThatSettlesNothingComesFirst(Fault fault, String code) throws Exception {
        vodacom.faults().next("c2bPayment", fault);
        post(C2B, c2b());
        JsonObject first = receiver.next("/response");
        JsonObject second = receiver.next("/response");
        assertEquals(code, first.get("input_ResultCode").getAsString());
        assertEquals("INS-0", second.get("input_ResultCode").getAsString());
        assertEquals(first.get("input_ThirdPartyConversationID"), second.get("input_ThirdPartyConversationID"));
    }

    @Test
    void aCallbackSpeaksOfAnotherPayment() throws Exception {
        vodacom.faults().next("c2bPayment", Fault.CALLBACK_OF_ANOTHER);
        JsonObject payment = c2b();
        post(C2B, payment);
        JsonElement id = receiver.next("/response").get("input_ThirdPartyConversationID");
        assertNotEquals(payment.get("input_ThirdPartyConversationID"), id);
    }

    @Test
    void everyOperationHasItsCallback() throws Exception {
        String reference = "00000000000000000001";
        post(B2C, b2c());
        assertTrue(receiver.next("/response").has("input_TransactionID"));
        send("PUT", "/reversal/", reversal("0000000000001"));
        assertTrue(receiver.next("/response").has("input_TransactionID"));
        status("000000000001");
        assertEquals("False", receiver.next("/response").get("input_Reversed").getAsString());

        JsonObject stage = question()
                .and("input_VoucherCode", "482913")
                .and("input_CustomerMSISDN", "1")
                .and("input_TransactionID", "0000000000001")
                .and("input_APIVersion", "3.1")
                .json();
        assertEquals("201 INS-A-0", code(send("PUT", "/updateTransactionStatus/", stage)));
        assertEquals(
                "INS-GAR-0", receiver.next("/response").get("input_ResultCode").getAsString());

        JsonObject creation = question()
                .and("input_CustomerMSISDN", CUSTOMER)
                .and("input_ThirdPartyReference", "CONTRACT7")
                .and("input_AgreedTC", "1")
                .json();
        post("/directDebitCreation/", creation);
        assertTrue(receiver.next("/response").has("input_MandateID"));
        JsonObject payment = question()
                .and("input_CustomerMSISDN", CUSTOMER)
                .and("input_ThirdPartyReference", "CONTRACT7")
                .and("input_Amount", "5")
                .and("input_Currency", "TZS")
                .json();
        post("/directDebitPayment/", payment);
        assertTrue(receiver.next("/response").has("input_MsisdnToken"));
        JsonObject mandate = question()
                .and("input_CustomerMSISDN", "000000000001")
                .and("input_ThirdPartyReference", reference)
                .json();
        send("PUT", "/directDebitCancel/", mandate);
        assertTrue(receiver.next("/response").has("input_TransactionReference"));
        mandate.addProperty("input_ThirdPartyConversationID", unique());
        mandate.addProperty("input_QueryBalanceAmount", "False");
        mandate.addProperty("input_Currency", "TZS");
        send("GET", "/queryDirectDebit/", mandate);
        assertEquals(
                "INS-0", receiver.next("/response").get("input_ResponseCode").getAsString());
        JsonObject name = question()
                .and("input_CustomerMSISDN", CUSTOMER)
                .and("input_KycQueryType", "Name")
                .json();
        send("GET", "/queryBeneficiaryName/", name);
        assertTrue(receiver.next("/response").has("input_CustomerFirstName"));
        assertTrue(vodacom.awaitCallbacks(SOON));
        assertEquals(List.of(), vodacom.journal().violations());
    }

    @Test
    void aReplyIsJudged() throws Exception {
        receiver.answer("/response", new Receiver.Reply(200, "{}", Duration.ZERO));
        post(C2B, c2b());
        receiver.next("/response");
        assertTrue(vodacom.awaitCallbacks(SOON));
        assertEquals(4, vodacom.journal().deliveries().get(0).violations().size());
        assertEquals(4, vodacom.journal().violations().size());
    }

    @Test
    void callbacksAreLostDoubledAndLate() throws Exception {
        vodacom.faults().next("c2bPayment", Fault.LOST_CALLBACK);
        post(C2B, c2b());
        assertTrue(vodacom.awaitCallbacks(SOON));
        assertEquals(
                Delivery.Outcome.LOST, vodacom.journal().deliveries().get(0).outcome());
        vodacom.faults().next("c2bPayment", Fault.DUPLICATE_CALLBACK);
        post(C2B, c2b());
        assertEquals(receiver.next("/response"), receiver.next("/response"));
        vodacom.faults().next("c2bPayment", Fault.EARLY_CALLBACK);
        var answer = post(C2B, c2b());
        assertEquals("201 INS-0", code(answer));
        assertEquals(1, receiver.waiting("/response").size());
        receiver.next("/response");
        vodacom.faults().next("c2bPayment", Fault.QUEUE_TIMEOUT);
        post(C2B, c2b());
        assertEquals("INS-9", receiver.next("/response").get("input_ResultCode").getAsString());
        assertEquals(new BigDecimal("299960.00"), vodacom.ledger().balance(CUSTOMER));
    }
}
