package io.github.mpesasdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MpesaExceptionTest {

    private static final String BODY = "{\"access_token\":\"s3cret\"}";
    private static final Code CODE = Code.of(
            "1", null, null, List.of(), List.of(), "customer", true, "Too little money.", "Top up.", "documented");
    private static final Incident INCIDENT = Incident.of("kenya", "stkPush")
            .withAnswer(500, BODY)
            .withCode(CODE, "gateway words", "request-1")
            .withReference(new Reference("CallBackURL", "https://shop.example/9f2c"));

    static Stream<MpesaException> family() {
        return Stream.of(
                new InvalidInputException("Request", "Amount", "is required"),
                new NotConnectedException(INCIDENT, new IOException("refused")),
                new RefusedException(INCIDENT),
                new UnknownOutcomeException(INCIDENT, null),
                new NoAnswerException(INCIDENT, null),
                new StillPendingException(INCIDENT),
                new UnreadableBodyException("kenya", "it is HTML", BODY, null));
    }

    @ParameterizedTest
    @MethodSource("family")
    void cannotBeSerialisedForTheBodyWouldTravelUnmasked(MpesaException error) throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThrows(NotSerializableException.class, () -> out.writeObject(error));
        }
    }

    @ParameterizedTest
    @MethodSource("family")
    void saysNothingOfBodyOrReferenceInItsText(MpesaException error) {
        String text = error + " " + error.incident();

        assertFalse(text.contains("s3cret"), text);
        assertFalse(text.contains("9f2c"), text);
    }

    @Test
    void theMessageSaysWhatHappenedAndWhatToDo() {
        assertEquals(
                "kenya stkPush, HTTP 500, code 1: refused: Too little money. Top up.",
                new RefusedException(INCIDENT).getMessage());
        assertEquals(
                "kenya stkPush, HTTP 500, code 1: the outcome is unknown, the money may have moved. "
                        + "Do not send it again: ask by its CallBackURL, see reference().",
                new UnknownOutcomeException(INCIDENT, null).getMessage());
        assertEquals(
                "kenya stkPush: could not connect (IOException), nothing was sent. "
                        + "Check the network and the base URL, then try again.",
                new NotConnectedException(Incident.of("kenya", "stkPush"), new IOException("x")).getMessage());
    }

    @Test
    void anUnknownOutcomeWithoutReferenceStillSaysWhatToDo() {
        String message = new UnknownOutcomeException(Incident.of("kenya", "pay"), null).getMessage();

        assertTrue(message.endsWith("Do not send it again: check the statement of the short code."), message);
    }

    @Test
    void carriesWhatIsKnown() {
        MpesaException error = new RefusedException(INCIDENT);

        assertEquals("kenya", error.market());
        assertEquals("stkPush", error.operation());
        assertEquals(OptionalInt.of(500), error.httpStatus());
        assertEquals(Optional.of(CODE), error.code());
        assertEquals(Optional.of("request-1"), error.requestId());
        assertEquals(Optional.of(BODY), error.rawBody());
        assertEquals(Optional.of("gateway words"), error.incident().gatewayMessage());
    }

    @Test
    void anIncidentHidesTheBody() {
        assertEquals("Incident[at=kenya stkPush, HTTP 500, code 1, rawBody=***]", INCIDENT.toString());
    }
}
