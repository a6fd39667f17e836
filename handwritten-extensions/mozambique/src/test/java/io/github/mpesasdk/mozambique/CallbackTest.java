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
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.outcome.Enquiry;
import io.github.mpesasdk.core.outcome.Payment;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An asynchronous account: everything is acknowledged, and the rest is called back. */
class CallbackTest {

    private static final String CONVERSATION = "4be20d7715c94f1a8c3390d6a1f7e852";
    private static final Duration SHORT = Duration.ofMillis(200);

    private final TestGateway gateway = TestGateway.answering(
            "201 Created", "{\"output_ResponseCode\":\"INS-0\",\"output_ConversationID\":\"" + CONVERSATION + "\"}");

    @AfterEach
    void close() {
        gateway.close();
    }

    private static String callback(String reference, String conversation, String code, String more) {
        return "{\"input_OriginalConversationID\":\"" + conversation + "\",\"input_ThirdPartyReference\":\"" + reference
                + "\",\"input_ResultCode\":\"" + code + "\",\"input_ResultDesc\":\"Words\"" + more + "}";
    }

    private static String callback(String reference, String code, String more) {
        return callback(reference, CONVERSATION, code, more);
    }

    private Callbacks.Received receive(String body) {
        return gateway.client().callbacks().receive(body);
    }

    private Payment<?> charge() {
        return gateway.client().c2b().charge(charge -> charge.amount(15).from(TestGateway.CUSTOMER));
    }

    private String lastReference() {
        while (gateway.requests().isEmpty()) {
            Thread.onSpinWait();
        }
        return TestGateway.field(gateway.requests().get(gateway.requests().size() - 1), "input_ThirdPartyReference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "INS-0"})
    void aCallbackSettlesItsPayment(String code) {
        Payment<?> payment = charge();

        Callbacks.Received received =
                receive(callback(payment.reference().value(), code, ",\"input_TransactionID\":\"TST1\""));

        assertTrue(received.isGenuine());
        Outcome outcome = payment.await(TestGateway.SOON);
        assertEquals(
                "TST1", assertInstanceOf(Succeeded.class, outcome).receipt().orElse(""));
        assertEquals(outcome, gateway.client().find(payment.reference(), TestGateway.SOON));
        assertTrue(receive(callback(payment.reference().value(), "INS-5", "")).isGenuine(), "a repetition");
        assertEquals(outcome, payment.await(TestGateway.SOON), "the first certain word stays");
    }

    @Test
    void aRefusalByCallbackIsAFailure() {
        Payment<?> payment = charge();

        receive(callback(payment.reference().value(), "INS-5", ",\"input_TransactionID\":\"N/A\""));

        assertEquals(
                "INS-5",
                assertInstanceOf(Failed.class, payment.await(TestGateway.SOON))
                        .reason()
                        .value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"INS-23", "INS-9", "INS-7777", "Completed", "N/A"})
    void aCodeThatSettlesNothingLeavesTheWordToTheNext(String code) {
        Payment<?> payment = charge();
        String reference = payment.reference().value();

        assertTrue(receive(callback(reference, code, "")).isGenuine());
        assertFalse(payment.await(SHORT).isSettled());
        receive(callback(reference, "0", ""));

        assertInstanceOf(Succeeded.class, payment.await(TestGateway.SOON));
    }

    @Test
    void aCallbackUnderAnotherReferenceIsNotGenuine() {
        Payment<?> payment = charge();

        assertFalse(receive(callback("f".repeat(32), "another", "0", "")).isGenuine());
        assertFalse(payment.await(SHORT).isSettled());
    }

    @Test
    void aReferenceThatCanBeGuessedProvesNothingWithoutTheConversation() {
        Payment<?> payment =
                gateway.client().b2b().pay(pay -> pay.amount(15).to("979797").thirdPartyReference("order_14"));

        assertFalse(receive(callback("order_14", "forged", "0", "")).isGenuine());
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
                    .receive(callback(reference.value(), "0", ""))
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
    void aStatusQuestionIsAnsweredByItsWordAndNotByItsCode() {
        Enquiry<Outcome> enquiry = gateway.client().transactions().status("TST1");
        String reference = lastReference();

        receive(callback(reference, "0", ",\"input_ResponseTransactionStatus\":\"Expired\""));

        assertInstanceOf(Failed.class, enquiry.await(TestGateway.SOON));
        Enquiry<Outcome> second = gateway.client().transactions().status("TST1");
        awaitRequests(2);
        receive(callback(lastReference(), "0", ""));
        assertFalse(second.await(TestGateway.SOON).isSettled());
    }

    private void awaitRequests(int count) {
        while (gateway.requests().size() < count) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aNameIsCalledBack() {
        Enquiry<String> enquiry = gateway.client().customers().name(TestGateway.CUSTOMER);
        receive(callback(lastReference(), "0", ",\"input_CustomerName\":\"Ex*mp*e\""));
        assertEquals("Ex*mp*e", enquiry.await(TestGateway.SOON));

        Enquiry<String> refused = gateway.client().customers().name(TestGateway.CUSTOMER);
        awaitRequests(2);
        receive(callback(lastReference(), "INS-26", ",\"input_CustomerName\":\"N/A\""));
        assertThrows(RefusedException.class, () -> refused.await(TestGateway.SOON));

        Enquiry<String> nameless = gateway.client().customers().name(TestGateway.CUSTOMER);
        awaitRequests(3);
        receive(callback(lastReference(), "0", ",\"input_CustomerName\":\"N/A\""));
        assertThrows(NoAnswerException.class, () -> nameless.await(TestGateway.SOON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<html>", "[]", "{\"input_ThirdPartyReference\":\"x\"}", "{\"Body\":{}}"})
    void whatIsNoCallbackIsAClearError(String body) {
        assertThrows(UnreadableBodyException.class, () -> receive(body));
    }
}
