package io.github.mpesasdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MpesaExceptionTest {

    private static final String BODY = "{\"access_token\":\"s3cret\"}";
    private static final Code CODE = Code.of(
            "1", null, null, List.of(), List.of(), "customer", true, "Too little money.", "Top up.", "documented");
    private static final Incident INCIDENT = Incident.of("kenya", "stkPush")
            .withAnswer(500, BODY)
            .withCode(CODE, "gateway words", "request-1")
            .withReference(new Reference("kenya", "stkPush", "CallBackURL", "https://shop.example/9f2c"));

    private static final String SAID =
            " Too little money. Top up. The gateway said: \"gateway words\". Request id: request-1.";

    static Stream<MpesaException> family() {
        return Stream.of(
                new InvalidInputException("Request", "Amount", "is required"),
                new NotConnectedException(INCIDENT, "shop.example:443", new IOException("refused")),
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
        assertEquals("kenya stkPush, HTTP 500, code 1: refused." + SAID, new RefusedException(INCIDENT).getMessage());
        assertEquals(
                "kenya stkPush, HTTP 500, code 1: the outcome is unknown, the money may have moved." + SAID
                        + " Do not send it again: give reference() to find, which waits for its callback.",
                new UnknownOutcomeException(INCIDENT, null).getMessage());
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(new UnknownHostException("api.example"), "check the base URL and DNS"),
                Arguments.of(new SSLException("bad certificate"), "TLS failed"),
                Arguments.of(new ConnectException("refused"), "whether port 18352 is open from here"),
                Arguments.of(new SocketTimeoutException("connect"), "so check whether port 18352 is open from here"),
                Arguments.of(new IOException("x"), "Check the network and the base URL, then try again."));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void whereNoConnectionCameAboutTheMessageNamesThePlaceAndTheLikelyCause(Exception cause, String advice) {
        String message =
                new NotConnectedException(Incident.of("kenya", "stkPush"), "api.example:18352", cause).getMessage();

        assertTrue(
                message.startsWith("kenya stkPush: could not connect to api.example:18352, nothing was sent. "),
                message);
        assertTrue(message.contains(advice), message);
        assertFalse(message.contains("Exception"), message);
    }

    @Test
    void whatMadeAnAnswerUnusableIsTold() {
        String message = new NoAnswerException(
                        Incident.of("kenya", "stkQuery").withTrouble("It is an HTML page."), null)
                .getMessage();

        assertTrue(message.contains("It is an HTML page."), message);
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
        assertEquals(Optional.of("gateway words"), error.words());
    }

    @Test
    void anIncidentHidesTheBody() {
        assertEquals(
                "Incident[at=kenya stkPush, HTTP 500, code 1, words=gateway words, requestId=request-1, rawBody=***]",
                INCIDENT.toString());
    }
}
