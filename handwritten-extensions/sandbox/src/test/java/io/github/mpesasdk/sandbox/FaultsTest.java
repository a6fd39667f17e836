package io.github.mpesasdk.sandbox;

import static io.github.mpesasdk.sandbox.Merchant.CUSTOMER;
import static io.github.mpesasdk.sandbox.Merchant.error;
import static io.github.mpesasdk.sandbox.Merchant.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest extends SandboxTest {

    FaultsTest(KenyaSandbox kenya) throws IOException {
        super(kenya);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DROP_CONNECTION", "RESET_CONNECTION", "TRUNCATED_BODY"})
    void aBrokenAnswerHidesAPaymentThatHappened(Fault fault) throws Exception {
        kenya.faults().next("stkPush", fault);
        assertThrows(IOException.class, () -> merchant.stkPush(merchant.push()));

        assertEquals(
                0,
                receiver.next("/stk")
                        .getAsJsonObject("Body")
                        .getAsJsonObject("stkCallback")
                        .get("ResultCode")
                        .getAsInt());
        assertEquals(1, kenya.journal().count("stkPush"), "one POST, however the client felt about it");
        assertEquals(
                fault == Fault.TRUNCATED_BODY ? 200 : 0,
                kenya.journal().of("stkPush").get(0).status());
        assertEquals(200, merchant.stkPush(merchant.push()).statusCode(), "one request was spoiled, no more");
    }

    @Test
    void aConnectionDroppedInTimeHidesNothing() throws Exception {
        kenya.faults().next("stkPush", Fault.DROP_BEFORE_PROCESSING);
        assertThrows(IOException.class, () -> merchant.stkPush(merchant.push()));
        assertTrue(kenya.awaitCallbacks(SOON));
        assertEquals(List.of(), kenya.ledger().entries());
        assertEquals(1, kenya.journal().count("stkPush"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SERVER_ERROR_500_ENVELOPE", "GATEWAY_TIMEOUT_504", "UNREADABLE_BODY", "SLOW"})
    void aBadAnswerHidesAPaymentThatHappened(Fault fault) throws Exception {
        long before = System.nanoTime();
        kenya.faults().next("stkPush", fault);
        HttpResponse<String> answer = merchant.stkPush(merchant.push());
        switch (fault) {
            case SERVER_ERROR_500_ENVELOPE -> assertEquals("500 500.003.1001 Internal Server Error", error(answer));
            case GATEWAY_TIMEOUT_504 ->
                assertTrue(answer.statusCode() == 504 && json(answer).has("fault"));
            case UNREADABLE_BODY -> assertThrows(JsonParseException.class, () -> JsonParser.parseString(answer.body()));
            default -> assertTrue(Duration.ofNanos(System.nanoTime() - before).toMillis() >= 300);
        }
        receiver.next("/stk");
        assertEquals(1, kenya.ledger().entries().size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "HTML_503",
                "TEXT_503",
                "HTML_403",
                "APIGEE_FAULT",
                "NOT_DEPLOYED_404",
                "SOAP_FAULT_IN_JSON",
                "MISSING_PRODUCT",
                "WRONG_CREDENTIALS",
                "EMPTY_400",
                "REFUSED_IN_200",
                "REFUSED_BY_RESPONSE_CODE",
                "TOKEN_REJECTED",
                "SPIKE_ARREST",
                "SYSTEM_BUSY",
                "TOO_MANY_REQUESTS"
            })
    void aRefusalProcessesNothing(Fault fault) throws Exception {
        kenya.faults().next("stkPush", fault);
        HttpResponse<String> answer = merchant.stkPush(merchant.push());
        switch (fault) {
            case HTML_503 ->
                assertTrue(answer.statusCode() == 503 && answer.body().startsWith("<html>"));
            case HTML_403 ->
                assertTrue(answer.statusCode() == 403 && answer.body().startsWith("<html>"));
            case TEXT_503 -> assertEquals("Request unsuccessful. Incapsula incident ID: 0-0", answer.body());
            case APIGEE_FAULT, NOT_DEPLOYED_404 ->
                assertTrue(json(answer).getAsJsonObject("fault").has("faultstring"));
            case SOAP_FAULT_IN_JSON ->
                assertTrue(json(answer)
                        .getAsJsonObject("Envelope")
                        .getAsJsonObject("Body")
                        .has("Fault"));
            case MISSING_PRODUCT -> assertEquals("404 404.001.03 Invalid Access Token", error(answer));
            case WRONG_CREDENTIALS -> assertEquals("500 500.001.1001 Wrong credentials", error(answer));
            case EMPTY_400 -> assertEquals("400 ", answer.statusCode() + " " + answer.body());
            case REFUSED_IN_200 -> assertEquals("200 400.002.05 Invalid Request Payload", error(answer));
            case REFUSED_BY_RESPONSE_CODE ->
                assertEquals("1", json(answer).get("ResponseCode").getAsString());
            case TOKEN_REJECTED -> assertEquals("404 404.001.03 Invalid Access Token", error(answer));
            case SPIKE_ARREST -> assertEquals("500 500.003.02 Error Occurred: Spike Arrest Violation", error(answer));
            case SYSTEM_BUSY ->
                assertEquals("500 500.003.02 System is busy. Please try again in few minutes.", error(answer));
            default ->
                assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
        }
        assertTrue(kenya.awaitCallbacks(SOON));
        assertEquals(List.of(), kenya.ledger().entries());
        assertEquals(List.of(), kenya.journal().deliveries());
    }

    @Test
    void aLostCallbackLosesNoMoney() throws Exception {
        kenya.faults().next("stkPush", Fault.LOST_CALLBACK);
        String id =
                json(merchant.stkPush(merchant.push())).get("CheckoutRequestID").getAsString();

        assertTrue(kenya.awaitCallbacks(SOON));
        assertEquals(List.of(), receiver.waiting("/stk"));
        assertEquals(Delivery.Outcome.LOST, kenya.journal().deliveries().get(0).outcome());
        assertEquals("0", json(merchant.stkQuery(id)).get("ResultCode").getAsString());
    }

    @Test
    void aDuplicateCallbackRepeatsTheFirst() throws Exception {
        kenya.faults().next("stkPush", Fault.DUPLICATE_CALLBACK, Fault.DROP_CONNECTION);
        assertThrows(IOException.class, () -> merchant.stkPush(merchant.push()));
        assertEquals(receiver.next("/stk"), receiver.next("/stk"));
        assertEquals(new BigDecimal("299999.00"), kenya.ledger().balance(CUSTOMER));
    }

    @Test
    void anEarlyCallbackIsThereBeforeTheAnswer() throws Exception {
        kenya.faults().next("stkPush", Fault.EARLY_CALLBACK);
        merchant.stkPush(merchant.push());
        assertEquals(1, receiver.waiting("/stk").size());
    }

    @Test
    void aLateCallbackComesAfterTheOutcomeIsKnown() throws Exception {
        try (Sandbox patient = Sandbox.builder().lateness(Duration.ofHours(1)).start()) {
            Merchant shop = new Merchant(patient.kenya(), receiver);
            patient.kenya().faults().next("stkPush", Fault.LATE_CALLBACK);
            String id = json(shop.stkPush(shop.push())).get("CheckoutRequestID").getAsString();
            Eventually.is(() -> shop.stkQuery(id).statusCode() == 200);
            assertEquals(List.of(), receiver.waiting("/stk"));
        }
        kenya.faults().next("stkPush", Fault.LATE_CALLBACK);
        merchant.stkPush(merchant.push());
        receiver.next("/stk");
    }

    @Test
    void aQueueTimeoutDoesNotMeanThatNothingHappened() throws Exception {
        kenya.faults().next("b2cPaymentV3", Fault.QUEUE_TIMEOUT);
        merchant.post("/mpesa/b2c/v3/paymentrequest", merchant.b2c("payout-1"));
        assertEquals(
                "payout-1",
                receiver.next("/timeout")
                        .getAsJsonObject("Result")
                        .get("OriginatorConversationID")
                        .getAsString());
        assertTrue(kenya.awaitCallbacks(SOON));
        assertEquals(List.of(), receiver.waiting("/result"));
        assertEquals(new BigDecimal("300010.00"), kenya.ledger().balance(CUSTOMER));
    }

    @Test
    void faultsQueueUpAndLastingOnesFillTheGaps() throws Exception {
        kenya.faults().always("stkQuery", Fault.SPIKE_ARREST);
        kenya.faults().next("stkQuery", Fault.HTML_503);
        kenya.faults().next("stkQuery", Fault.EMPTY_400);
        assertEquals(503, merchant.stkQuery("x").statusCode());
        assertEquals(400, merchant.stkQuery("x").statusCode());
        assertEquals(500, merchant.stkQuery("x").statusCode());
        assertEquals(500, merchant.stkQuery("x").statusCode());
        kenya.faults().clear();
        assertEquals(400, merchant.stkQuery("x").statusCode());
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> kenya.faults().next("stkpush", Fault.SLOW));
        assertThrows(IllegalArgumentException.class, () -> kenya.faults().next("stkPush", Fault.SLOW, Fault.HTML_503));
    }

    @Test
    void callbacksNeverLeaveTheMachine() throws Exception {
        var push = merchant.push();
        push.addProperty("CallBackURL", "https://shop.example/pay/9f2c");
        merchant.stkPush(push);
        assertTrue(kenya.awaitCallbacks(SOON));
        Delivery delivery = kenya.journal().deliveries().get(0);
        assertEquals(Delivery.Outcome.UNDELIVERABLE, delivery.outcome());
        assertTrue(!delivery.toString().contains("shop.example"));
    }
}
