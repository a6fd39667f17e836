package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Incident;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.daraja.DarajaCodes;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final Problem.Place QUESTION = new Problem.Place("kenya", "stkQuery", false);
    private static final Problem.Place PAYMENT = new Problem.Place("kenya", "stkPush", true);

    @Test
    void aDefectQuotesNothing() {
        Problem defect = Problem.of(new IllegalStateException("password Tr0ub4dor"), QUESTION);

        assertEquals("defect", defect.kind());
        assertEquals(1, defect.exitCode());
        assertFalse(defect.text().contains("Tr0ub4dor"));
        assertTrue(defect.text().contains("ProblemTest"), defect.text());
    }

    @Test
    void aDefectAroundAPaymentIsAnUnknownOutcome() {
        Problem defect = Problem.of(new NullPointerException(), PAYMENT);

        assertEquals(3, defect.exitCode());
        assertTrue(defect.text().contains("do not send it again"), defect.text());
    }

    @Test
    void anUnknownOutcomeThatNobodyCanBeAskedForSaysWhatElseToDo() {
        Incident incident = Incident.of("drc", "c2bPayment")
                .withReference(new Reference("drc", "c2bPayment", "ThirdPartyReference", "order-17"))
                .withoutStatusCall();
        Problem unknown = Problem.of(new UnknownOutcomeException(incident, null), Problem.Place.NOWHERE);

        assertEquals(3, unknown.exitCode());
        assertTrue(unknown.text().contains("Do not send it again."), unknown.text());
        assertTrue(unknown.text().contains("has no known call that asks"), unknown.text());
        assertTrue(unknown.text().endsWith("ThirdPartyReference: order-17"), unknown.text());
    }

    @Test
    void anUnknownOutcomeSaysWhatToAskWith() {
        Incident incident = Incident.of("kenya", "b2cPaymentV3")
                .withAnswer(500, "body")
                .withCode(DarajaCodes.CATALOGUE.error("b2cPaymentV3", 500, "500.003.1001", null), "cleaned", "r-1")
                .withReference(new Reference("kenya", "b2cPaymentV3", "OriginatorConversationID", "id-1"));
        Problem unknown = Problem.of(new UnknownOutcomeException(incident, null), Problem.Place.NOWHERE);

        assertEquals(3, unknown.exitCode());
        assertTrue(
                unknown.text().endsWith("by its OriginatorConversationID. OriginatorConversationID: id-1"),
                unknown.text());
        assertEquals(
                "mpesa:kenya/b2cPaymentV3/OriginatorConversationID/id-1",
                unknown.json().get("reference").getAsString());
        assertEquals("cleaned", unknown.json().get("words").getAsString());
        assertEquals("r-1", unknown.json().get("requestId").getAsString());
        assertTrue(unknown.text().contains("The gateway said: \"cleaned\""), unknown.text());
        assertTrue(unknown.text().contains("Request id: r-1"), unknown.text());
        assertEquals("500.003.1001", unknown.json().get("code").getAsString());
        assertEquals("b2cPaymentV3", unknown.json().get("operation").getAsString());
        assertFalse(unknown.toString().contains("id-1"));
    }
}
