package io.github.mpesasdk.mozambique;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Failed;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.core.testing.Told;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers say about a payment, and what they do not. */
class OutcomeTest {

    private static final String ACKNOWLEDGED = "{\"output_ResponseCode\":\"INS-0\",\"output_ConversationID\":\"c-1\","
            + "\"output_ResponseDesc\":\"Successfully Accepted Request\",\"output_TransactionID\":\"N/A\"}";
    private static final Duration SHORT = Duration.ofMillis(300);

    private static Payment<?> charge(TestGateway gateway) {
        return gateway.client().c2b().charge(charge -> charge.amount(15).from(TestGateway.CUSTOMER));
    }

    private static boolean isQuestion(SeenRequest request) {
        return request.method().equals("GET");
    }

    private static String status(String word) {
        return "{\"output_ResponseCode\":\"INS-0\",\"output_ResponseTransactionStatus\":\"" + word + "\"}";
    }

    private static TestGateway questionsAndPayments(String question, String payment) {
        return TestGateway.answering(request -> TestGateway.repeatingId(isQuestion(request) ? question : payment)
                .apply(request));
    }

    private static TestGateway asynchronous(String statusWord) {
        return questionsAndPayments(status(statusWord), ACKNOWLEDGED);
    }

    @Test
    void anAnswerWithATransactionIdIsTheOutcome() {
        try (TestGateway gateway = TestGateway.answering(
                "201 Created", "{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"TST1\"}")) {
            Succeeded paid = assertInstanceOf(Succeeded.class, charge(gateway).await(TestGateway.SOON));

            assertEquals("TST1", paid.receipt().orElse(""));
            assertEquals("INS-0", paid.code().orElseThrow().value(), "the gateway's own code");
            assertEquals(1, gateway.requests().size(), "nothing is asked about what is known");
        }
    }

    @Test
    void anAcknowledgedPaymentIsAskedForByItsReference() {
        try (TestGateway gateway = asynchronous("Completed")) {
            Payment<?> payment = charge(gateway);

            assertInstanceOf(Succeeded.class, payment.await(TestGateway.SOON));
            SeenRequest question = gateway.requests().get(1);
            assertEquals(payment.reference().value(), TestGateway.field(question, "input_QueryReference"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cancelled", "Expired", "EXPIRED"})
    void anEndWithoutMoneyIsAFailure(String word) {
        try (TestGateway gateway = asynchronous(word)) {
            Failed failed = assertInstanceOf(Failed.class, charge(gateway).await(TestGateway.SOON));

            assertTrue(word.equalsIgnoreCase(failed.code().orElseThrow().value()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "Pending", "0", "INS-0", "INS-5", "Failed", "Authorized", ""})
    void aWordThatSettlesNothingIsNotGuessedAt(String word) {
        try (TestGateway gateway = asynchronous(word)) {
            Outcome outcome = charge(gateway).await(SHORT);

            assertTrue(outcome instanceof Pending || outcome instanceof Unknown, outcome.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INS-6", "INS-2", "INS-26", "INS-997"})
    void aQuestionThatWasRefusedSettlesNoPaymentAndIsToldAsTheReason(String code) {
        try (TestGateway gateway = questionsAndPayments("{\"output_ResponseCode\":\"" + code + "\"}", ACKNOWLEDGED)) {
            Pending pending = assertInstanceOf(Pending.class, Told.within(SHORT, charge(gateway)::await));

            assertEquals(code, pending.code().orElseThrow().value());
            assertFalse(pending.reason().kind() == Reason.Kind.NO_CALLBACK);
        }
    }

    @Test
    void theAnswerToAnotherRequestIsNotBelieved() {
        String foreign = "{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"TST1\","
                + "\"output_ThirdPartyReference\":\"of_another\"}";
        try (TestGateway gateway = TestGateway.answering("201 Created", foreign)) {
            UnknownOutcomeException unknown = assertThrows(UnknownOutcomeException.class, () -> charge(gateway));

            assertTrue(unknown.getMessage().contains("output_ThirdPartyReference"), unknown.getMessage());
            assertEquals(1, gateway.requests().size());
        }
    }

    @Test
    void aRefusalBesideATransactionIdContradictsItself() {
        try (TestGateway gateway =
                TestGateway.repeating("{\"output_ResponseCode\":\"INS-15\",\"output_TransactionID\":\"TST1\"}")) {
            assertThrows(UnknownOutcomeException.class, () -> charge(gateway));
        }
    }

    @Test
    void aRefusalIsToldInTheGatewaysWordsWithItsRequestId() {
        try (TestGateway gateway = TestGateway.answering(
                "400 Bad Request",
                "{\"output_ResponseCode\":\"INS-15\",\"output_ResponseDesc\":\"Invalid Amount Used\","
                        + "\"output_ConversationID\":\"conv-15\"}")) {
            RefusedException refused = assertThrows(RefusedException.class, () -> charge(gateway));

            assertTrue(refused.getMessage().contains("Invalid Amount Used"), refused.getMessage());
            assertTrue(refused.getMessage().contains("conv-15"), refused.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"INS-1", "INS-9", "INS-10", "INS-16", "INS-23", "INS-7777", "0", "INS-A-0", "INS-GAR-0", "N/A"})
    void aCodeThatIsNoCertainRefusalIsAnUnknownOutcome(String code) {
        for (String status : new String[] {"200 OK", "400 Bad Request"}) {
            try (TestGateway gateway = TestGateway.answering(status, "{\"output_ResponseCode\":\"" + code + "\"}")) {
                assertThrows(UnknownOutcomeException.class, () -> charge(gateway), status);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INS-2", "INS-5", "INS-6", "INS-15", "INS-2006", "INS-26"})
    void aFinalCodeIsARefusal(String code) {
        try (TestGateway gateway =
                TestGateway.answering("401 Unauthorized", "{\"output_ResponseCode\":\"" + code + "\"}")) {
            RefusedException refused = assertThrows(RefusedException.class, () -> charge(gateway));

            assertEquals(code, refused.code().orElseThrow().value());
            assertEquals(1, gateway.requests().size(), "never sent again");
        }
    }

    @Test
    void theGatewaysOwnRefusalNeedsNoCode() {
        String words = "\"output_error\":\"API or Session key is not authorized\"";
        try (TestGateway gateway = TestGateway.answering("401 Unauthorized", "{" + words + "}")) {
            assertThrows(RefusedException.class, () -> charge(gateway));
            assertEquals(1, gateway.requests().size());
        }
        try (TestGateway gateway =
                TestGateway.answering("200 OK", "{" + words + ",\"output_ResponseCode\":\"INS-0\"}")) {
            assertThrows(UnknownOutcomeException.class, () -> charge(gateway), "it contradicts itself");
        }
    }

    @Test
    void aPaymentIsFoundByTheReferenceOfItsError() {
        try (TestGateway gateway = questionsAndPayments(status("Completed"), "<html>")) {
            Reference reference = assertThrows(UnknownOutcomeException.class, () -> charge(gateway))
                    .reference()
                    .orElseThrow();

            Outcome outcome = gateway.client().find(reference, TestGateway.SOON);

            assertEquals(reference, assertInstanceOf(Succeeded.class, outcome).reference());
            assertEquals(
                    1,
                    gateway.requests().stream()
                            .filter(request -> !isQuestion(request))
                            .count());
        }
    }

    @Test
    void aTransactionIsAskedForByItsId() {
        try (TestGateway gateway = asynchronous("Completed")) {
            Outcome outcome = gateway.client().transactions().status("TST1").await(TestGateway.SOON);

            assertEquals(
                    "TST1", assertInstanceOf(Succeeded.class, outcome).receipt().orElse(""));
            Outcome again = gateway.client()
                    .transactions()
                    .status(Reference.parse(outcome.reference().text()))
                    .await(TestGateway.SOON);
            assertEquals(outcome.reference(), again.reference());
            assertEquals(Optional.of("TST1"), ((Succeeded) again).receipt());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"output_ResponseCode\":\"INS-0\",", "\"output_ResultCode\":\"INS-0\",", ""})
    void aNameIsReadInEverySpelling(String code) {
        try (TestGateway gateway =
                TestGateway.answering("200 OK", "{" + code + "\"output_CustomerName\":\"Ex*mp*e\"}")) {
            assertEquals(
                    "Ex*mp*e",
                    gateway.client().customers().name(TestGateway.CUSTOMER).await(TestGateway.SOON));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"output_ResponseCode", "output_ResultCode"})
    void anAccountThatMayNotAskForNamesIsRefused(String field) {
        String body = "{\"" + field + "\":\"INS-26\",\"output_CustomerName\":\"N/A\"}";
        try (TestGateway gateway = TestGateway.answering("400 Bad Request", body)) {
            assertThrows(RefusedException.class, () -> gateway.client()
                    .customers()
                    .name(TestGateway.CUSTOMER)
                    .await(TestGateway.SOON));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"74 912 3456", "84 912 345", "+254 849 123 456", ""})
    void whatIsNoNumberOfMozambiqueIsRefused(String number) {
        try (TestGateway gateway = asynchronous("Completed")) {
            assertThrows(
                    InvalidInputException.class,
                    () -> gateway.client().customers().name(number));
        }
    }
}
