package io.github.mpesasdk.mozambique;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.mpesasdk.Failed;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.mozambiqueapi.model.MozambiqueCallback;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An asynchronous account: everything is acknowledged, and the rest is called back. */
class CallbackTest {

    private static final String CONVERSATION = "4be20d7715c94f1a8c3390d6a1f7e852";
    private static final Duration SHORT = Duration.ofMillis(200);

    private final TestGateway gateway = TestGateway.repeating(
            "{\"output_ResponseCode\":\"INS-0\",\"output_ConversationID\":\"" + CONVERSATION + "\"}");

    @AfterEach
    void close() {
        gateway.close();
    }

    private static String callback(String id, String conversation, String code, String more) {
        return "{\"input_OriginalConversationID\":\"" + conversation + "\",\"input_ThirdPartyReference\":\"" + id
                + "\",\"input_ResultCode\":\"" + code + "\",\"input_ResultDesc\":\"Words of the gateway\"" + more + "}";
    }

    private static String callback(String id, String code, String more) {
        return callback(id, CONVERSATION, code, more);
    }

    private Received<MozambiqueCallback> receive(String body) {
        return gateway.client().callbacks().receive("/mpesa", body);
    }

    private Payment<?> charge() {
        return gateway.client()
                .c2b()
                .charge(charge -> charge.amount(15).from(TestGateway.CUSTOMER).order("17"));
    }

    private String lastId() {
        return TestGateway.field(gateway.requests().get(gateway.requests().size() - 1), TestGateway.ID);
    }

    @Test
    void aCallbackOfTheSandboxProvesNothingInProduction() {
        String key = "2c61d0b7e84a35a1c2e9d47f60b8135c7a2e4d9b01f6835e7c4a2d1b9f0e639f";
        try (Mozambique sender = TestGateway.settings()
                        .at(gateway.baseUrl())
                        .callbackKey(key)
                        .build();
                Mozambique receiver =
                        TestGateway.settings().sandbox().callbackKey(key).build();
                Mozambique live =
                        TestGateway.settings().production().callbackKey(key).build()) {
            Payment<?> payment = sender.c2b().charge(charge -> charge.amount(15).from(TestGateway.CUSTOMER));
            String body = callback(payment.reference().value(), "INS-0", "");

            assertTrue(receiver.callbacks().receive("/mpesa", body).isGenuine());
            assertFalse(live.callbacks().receive("/mpesa", body).isGenuine());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "INS-0"})
    void aCallbackSettlesItsPayment(String code) {
        Payment<?> payment = charge();
        String body = callback(payment.reference().value(), code, ",\"input_TransactionID\":\"TST1\"");

        Received<MozambiqueCallback> received = receive(body);

        assertTrue(received.isGenuine());
        assertFalse(received.isRepetition());
        assertEquals("17", received.order().orElse(""));
        Succeeded paid = assertInstanceOf(Succeeded.class, payment.await(TestGateway.SOON));
        assertEquals(paid, received.outcome());
        assertEquals("TST1", paid.receipt().orElse(""));
        assertEquals(code, paid.code().orElseThrow().value(), "the gateway's own code");
        assertEquals(paid, gateway.client().find(payment.reference(), TestGateway.SOON));
        assertTrue(receive(body).isRepetition());
        assertTrue(receive(callback(payment.reference().value(), "INS-5", "")).isGenuine());
        assertEquals(paid, payment.await(TestGateway.SOON), "what settled it stays");
    }

    @Test
    void aRefusalByCallbackIsAFailureInTheGatewaysWords() {
        Payment<?> payment = charge();

        receive(callback(payment.reference().value(), "INS-5", ",\"input_TransactionID\":\"N/A\""));

        Failed failed = assertInstanceOf(Failed.class, payment.await(TestGateway.SOON));
        assertEquals("INS-5", failed.code().orElseThrow().value());
        assertTrue(failed.why().contains("Words of the gateway"), failed.why());
    }

    @ParameterizedTest
    @ValueSource(strings = {"INS-23", "INS-9", "INS-A-0", "INS-GAR-0", "INS-7777", "Completed", "N/A"})
    void aCodeThatSettlesNothingNeverHidesOneThatDoes(String code) {
        Payment<?> payment = charge();
        String id = payment.reference().value();

        assertTrue(receive(callback(id, code, "")).isGenuine());
        assertFalse(payment.await(SHORT).isSettled());
        receive(callback(id, "0", ""));

        assertInstanceOf(Succeeded.class, payment.await(TestGateway.SOON));
    }

    @Test
    void aCodeThatSettlesNothingIsToldAsTheReason() {
        Payment<?> payment = charge();

        receive(callback(payment.reference().value(), "INS-23", ""));

        assertEquals("INS-23", payment.outcome().code().orElseThrow().value());
        assertTrue(payment.outcome().why().contains("Words of the gateway"));
    }

    @Test
    void aCallbackUnderAForeignIdIsNotGenuine() {
        Payment<?> payment = charge();

        Received<MozambiqueCallback> received = receive(callback("f".repeat(32), "another", "0", ""));

        assertFalse(received.isGenuine());
        assertTrue(received.whyNotGenuine().isPresent());
        assertFalse(received.outcome().isSettled());
        assertFalse(payment.await(SHORT).isSettled());
    }

    @Test
    void aCallbackOfAnotherConversationIsNotGenuine() {
        Payment<?> payment = charge();

        assertFalse(receive(callback(payment.reference().value(), "another", "0", ""))
                .isGenuine());
        assertFalse(payment.await(SHORT).isSettled());
    }

    @Test
    void anIdThatCanBeGuessedProvesNothingWithoutTheConversation() {
        Payment<?> payment =
                gateway.client().b2b().pay(pay -> pay.amount(15).to("979797").id("order_14"));

        assertFalse(receive(callback("order_14", "forged", "0", "")).isGenuine());
        assertFalse(receive(callback("order_14", "N/A", "0", "")).isGenuine());
        assertFalse(payment.await(SHORT).isSettled());
        assertTrue(receive(callback("order_14", "0", "")).isGenuine());
        assertInstanceOf(Succeeded.class, payment.await(TestGateway.SOON));
    }

    @Test
    void aPaymentWhoseAnswerWasLostIsStillCalledBack() {
        try (TestGateway losing = TestGateway.answering("500 Oops", "<html>")) {
            Reference reference = assertThrows(UnknownOutcomeException.class, () -> losing.client()
                            .b2c()
                            .pay(pay -> pay.amount(15).to(TestGateway.CUSTOMER)))
                    .reference()
                    .orElseThrow();

            assertTrue(losing.client()
                    .callbacks()
                    .receive("/mpesa", callback(reference.value(), "0", ""))
                    .isGenuine());
            assertInstanceOf(Succeeded.class, losing.client().find(reference, TestGateway.SOON));
        }
    }

    @Test
    void theReplyIsTheDocumentedOne() {
        String reply = receive(callback("ref_1", "conv-1", "0", "")).acknowledgement();

        assertEquals(
                JsonParser.parseString("{\"output_OriginalConversationID\":\"conv-1\",\"output_ResponseCode\":\"0\","
                        + "\"output_ResponseDesc\":\"Successfully Accepted Result\","
                        + "\"output_ThirdPartyConversationID\":\"ref_1\"}"),
                JsonParser.parseString(reply));
    }

    @Test
    void aStatusQueryIsAnsweredByItsWordAndNotByItsCode() {
        Query<Outcome> query = gateway.client().transactions().status("TST1");
        Received<MozambiqueCallback> received =
                receive(callback(lastId(), "0", ",\"input_ResponseTransactionStatus\":\"Expired\""));
        assertTrue(received.isGenuine());
        assertInstanceOf(Failed.class, query.await(TestGateway.SOON));

        Query<Outcome> second = gateway.client().transactions().status("TST1");
        assertFalse(receive(callback(lastId(), "0", "")).outcome().isSettled());
        assertFalse(second.await(TestGateway.SOON).isSettled());

        Query<Outcome> third = gateway.client().transactions().status("TST1");
        receive(callback(lastId(), "INS-6", ",\"input_ResponseTransactionStatus\":\"Completed\""));
        assertEquals("INS-6", third.await(TestGateway.SOON).code().orElseThrow().value());
    }

    @Test
    void aNameIsCalledBack() {
        Query<String> query = gateway.client().customers().name(TestGateway.CUSTOMER);
        Received<MozambiqueCallback> received = receive(callback(lastId(), "0", ",\"input_CustomerName\":\"Ex*mp*e\""));
        assertEquals("Ex*mp*e", query.await(TestGateway.SOON));
        assertFalse(received.outcome().isSettled(), "it speaks of no payment");

        Query<String> refused = gateway.client().customers().name(TestGateway.CUSTOMER);
        receive(callback(lastId(), "INS-26", ",\"input_CustomerName\":\"N/A\""));
        RefusedException why = assertThrows(RefusedException.class, () -> refused.await(TestGateway.SOON));
        assertTrue(why.getMessage().contains("Words of the gateway"), why.getMessage());

        Query<String> nameless = gateway.client().customers().name(TestGateway.CUSTOMER);
        receive(callback(lastId(), "0", ",\"input_CustomerName\":\"N/A\""));
        assertThrows(NoAnswerException.class, () -> nameless.await(TestGateway.SOON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<html>", "[]", "{\"input_ThirdPartyReference\":\"x\"}", "{\"Body\":{}}"})
    void whatIsNoCallbackIsAClearError(String body) {
        assertThrows(UnreadableBodyException.class, () -> receive(body));
    }
}
