package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Secrecy;
import io.github.mpesasdk.runtime.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which error an answer is. */
class MoneyRulesTest {

    private static MpesaException error(Operation<Wire, Wire> operation, String statusLine, String body) {
        try (Gateway gateway = Gateway.answering(statusLine, body.replace('\'', '"'));
                Post post = Post.at(gateway.address())) {
            return assertThrows(
                    MpesaException.class, () -> post.send(operation, "Id", "our-id-0001", "Phone", "254708374149"));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 No | {'error':'wrong'}            | RefusedException        | RefusedException",
                "200 OK | {'error':'wrong','Code':'0'} | UnknownOutcomeException | NoAnswerException",
                "200 OK | {'Code':'7'}                 | RefusedException        | RefusedException",
                "200 OK | {'Code':7}                   | RefusedException        | RefusedException",
                "429 No | ``                           | RefusedException        | RefusedException",
                "500 No | {'error':'slow-down'}        | RefusedException        | RefusedException",
                "200 OK | {'Code':'8'}                 | UnknownOutcomeException | NoAnswerException",
                "500 No | {'error':'busy'}             | UnknownOutcomeException | NoAnswerException",
                "400 No | {'error':'never-heard-of'}   | UnknownOutcomeException | NoAnswerException",
                "500 No | {'error':'not-yet'}          | UnknownOutcomeException | StillPendingException",
                "400 No | {'Code':'0'}                 | UnknownOutcomeException | NoAnswerException",
                "429 No | {'Code':'0'}                 | UnknownOutcomeException | NoAnswerException",
                "200 OK | {'Code':'0'} trailing        | UnknownOutcomeException | NoAnswerException",
                "200 OK | {'Code':'0'                  | UnknownOutcomeException | NoAnswerException",
                "200 OK | [{'Code':'0'}]               | UnknownOutcomeException | NoAnswerException",
                "200 OK | {'error':{}}                 | UnknownOutcomeException | NoAnswerException",
                "503 No | <html>                       | UnknownOutcomeException | NoAnswerException",
            })
    void anAnswerIsJudgedByWhatItCosts(String statusLine, String body, String ofPayment, String ofQuestion) {
        assertEquals(ofPayment, error(Post.PAY, statusLine, body).getClass().getSimpleName());
        assertEquals(ofQuestion, error(Post.ASK, statusLine, body).getClass().getSimpleName());
    }

    @Test
    void anErrorCarriesWhatTheGatewaySaid() {
        MpesaException error = error(Post.PAY, "400 No", "{'error':'wrong','message':'Bad Amount','request':'r-1'}");

        assertEquals(400, error.httpStatus().orElseThrow());
        assertEquals("wrong", error.code().orElseThrow().value());
        assertEquals(Optional.of("r-1"), error.requestId());
        assertEquals(Optional.of("Bad Amount"), error.words());
        assertEquals(
                Optional.of(new Reference("post", "pay", "Id", "our-id-0001")),
                error.incident().reference());
        assertEquals(
                "post pay, HTTP 400, code wrong: refused. Meaning. Advice. The gateway said: \"Bad Amount\". Request id: r-1.",
                error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"503 Busy,Retry-After: 0", "408 Late,Connection: close", "307 Moved,Location: /ask", "421 Lost,X: y"})
    void anAnswerThatInvitesARepetitionIsReportedAsItCame(String statusLine, String header) {
        try (Gateway gateway = Gateway.playing(Fates.answer(statusLine, "", header));
                Post post = Post.at(gateway.address())) {
            UnknownOutcomeException error =
                    assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY, "Id", "1"));

            assertEquals(
                    Integer.parseInt(statusLine.substring(0, 3)),
                    error.httpStatus().orElseThrow());
            assertEquals(1, gateway.count(Post.PAY));
        }
    }

    @Test
    void aRawLineBreakInTheWordsDoesNotSpoilAnAcceptance() {
        try (Gateway gateway = Gateway.answering("200 OK", "{\"Code\":\"0\",\"Word\":\"one\ntwo\"}");
                Post post = Post.at(gateway.address())) {
            assertEquals("one\ntwo", post.send(Post.PAY, "Id", "1").text("Word"));
        }
    }

    @Test
    void whatTheGatewayEchoesIsCleaned() {
        MpesaException error = error(
                Post.PAY,
                "401 No",
                "{'error':'wrong','message':'Invalid Access Token - token-1 of 254708374149, our-id-0001'}");

        assertEquals(Optional.of("Invalid Access Token - *** of ***, ***"), error.words());
    }

    @ParameterizedTest
    @CsvSource({
        "token-1",
        "254708374149",
        "a-code-that-is-longer-than-any-code-of-any-gateway-that-was-ever-seen",
        "two words"
    })
    void anUnknownCodeIsToldOnlyIfItLooksLikeOne(String code) {
        MpesaException error = error(Post.PAY, "400 No", "{'error':'" + code + "'}");

        Secrecy.prove(error, List.of(code));
        assertEquals("***", error.code().orElseThrow().value());
    }

    @Test
    void aDefectOfOursOnAnAnswerIsAnUnknownOutcomeAndQuotesNothing() {
        UnknownOutcomeException error =
                (UnknownOutcomeException) error(Post.PAY, "200 OK", "{'error':['token-1']['a']}");

        Secrecy.prove(error, List.of("token-1"));
        assertFalse(error.reference().isEmpty());
    }

    @Test
    void whatIsNoHttpIsNotQuoted() {
        try (Gateway gateway = Gateway.playing(
                        Fates.thenClose(Fates.raw("{\"message\":\"Invalid Access Token - token-1\"}\r\n\r\n")));
                Post post = Post.at(gateway.address())) {
            UnknownOutcomeException error =
                    assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY, "Id", "1"));
            Secrecy.prove(error, List.of("token-1"));
        }
    }

    @Test
    void anAnswerOfManyMegabytesIsNotReadToItsEnd() {
        try (Gateway gateway = Gateway.answering("200 OK", " ".repeat(3_000_000) + "{\"Code\":\"0\"}");
                Post post = Post.at(gateway.address())) {
            assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY, "Id", "1"));
        }
    }

    @Test
    void aRefusalNamesThePlaceOfTheCall() {
        RefusedException error = (RefusedException) error(Post.PAY, "400 No", "{'error':'wrong'}");

        assertTrue(
                Arrays.stream(error.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(MoneyRulesTest.class.getName())),
                "a synchronous call runs on the caller's thread, so its stack is the caller's");
    }
}
