package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Impatient;
import io.github.mpesasdk.core.testing.Secrecy;
import io.github.mpesasdk.core.testing.Wire;
import io.github.mpesasdk.runtime.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
                "200 OK | {'error':'wrong','Receipt':'R1'}  | UnknownOutcomeException | NoAnswerException",
                "400 No | {'error':'wrong','Receipt':'R1'}  | UnknownOutcomeException | NoAnswerException",
                "400 No | {'error':'wrong','Receipt':'N/A'} | RefusedException        | RefusedException",
                "404 No | {'error':'bad-token','Code':'0'}  | UnknownOutcomeException | NoAnswerException",
                "200 OK | {'Code':'7','Receipt':'R1'}       | UnknownOutcomeException | NoAnswerException",
                "400 No | {'error':'bad-token'}             | UnknownOutcomeException | NoAnswerException",
                "200 OK | {'Code':'0','Code':'7'}           | UnknownOutcomeException | NoAnswerException",
                "200 OK | {'Code':'7','Code':'0'}           | UnknownOutcomeException | NoAnswerException",
                "400 No | {'error':'wrong','error':'busy'}  | UnknownOutcomeException | NoAnswerException",
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

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 OK | <html><body>Sign in</body></html>   | it is an HTML page",
                "200 OK | <a/>                                | it is XML",
                "200 OK | ``                                  | it is empty",
                "400 No | ``                                  | it is empty",
                "200 OK | Too many requests of 254708374149   | it is plain text. The gateway said: \"Too many requests of ***\"",
                "200 OK | {'answer':'yes'}                    | It has none of the fields that an answer must have.",
                "200 OK | [1]                                 | it is a JSON array",
                "200 OK | {'Code':'0','Code':'0'}             | it is JSON that has one key twice",
                "200 OK | {'Code':'0'                         | it is broken JSON",
                "200 OK | {'error':'wrong','Code':'0'}        | It accepts and refuses at once.",
                "400 No | {'Code':'0'}                        | It accepts in words, and refuses by its HTTP status.",
            })
    void aBodyThatSaysNothingIsNamedForWhatItIs(String statusLine, String body, String named) {
        for (Operation<Wire, Wire> operation : List.of(Post.PAY, Post.ASK)) {
            MpesaException error = error(operation, statusLine, body);
            assertTrue(error.getMessage().contains(named), error.getMessage());
            Secrecy.prove(error, List.of("254708374149", "Sign in"));
        }
    }

    @Test
    void wordsThatForgeALineOfTheLogAreOneLine() {
        MpesaException error = error(Post.PAY, "400 No", "{'error':'wrong','message':'Bad\\nWARNING: paid'}");

        assertEquals(1, error.getMessage().lines().count(), error.getMessage());
    }

    @Test
    void anUnknownOutcomeCarriesMeaningAdviceWordsAndRequestIdAsWell() {
        MpesaException error = error(Post.PAY, "500 No", "{'error':'busy','message':'Try later','request':'r-1'}");

        assertEquals(
                "post pay, HTTP 500, code busy: the outcome is unknown, the money may have moved. Meaning. Advice."
                        + " The gateway said: \"Try later\". Request id: r-1."
                        + " Do not send it again: give reference() to find, which asks by its Id.",
                error.getMessage());
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of(Fates.drop(), "The connection to 127.0.0.1:% ended before a whole answer had come."),
                Arguments.of(Fates.truncated("200 OK", "{}"), "What came from 127.0.0.1:% is no whole HTTP answer."),
                Arguments.of(Fates.raw("no HTTP\r\n\r\n"), "What came from 127.0.0.1:% is no whole HTTP answer."),
                Arguments.of(Fates.stall(), "No answer came from 127.0.0.1:% in time."));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aLostAnswerIsToldWithHostAndPort(DyingServer.Fate loss, String told) {
        for (Operation<Wire, Wire> operation : List.of(Post.PAY, Post.ASK)) {
            AtomicBoolean hasArrived = new AtomicBoolean();
            DyingServer.Fate noted = Fates.noting(hasArrived, loss);
            Impatient.prove(
                    Duration.ofMillis(800), timeout -> proveLoss(operation, noted, timeout, told), hasArrived::get);
        }
    }

    private static void proveLoss(
            Operation<Wire, Wire> operation, DyingServer.Fate loss, Duration timeout, String told) {
        try (Gateway gateway = Gateway.playing(loss);
                Post post = Post.to(gateway.address()).timeout(timeout).open()) {
            MpesaException error = assertThrows(MpesaException.class, () -> post.send(operation, "Id", "2"));
            String port = String.valueOf(gateway.address().getPort());
            assertTrue(error.getMessage().contains(told.replace("%", port)), error.getMessage());
        }
    }

    @Test
    void whereNobodyListensHostAndPortAreTold() {
        URI nobody = DyingServer.nobody();
        try (Post post = Post.at(nobody)) {
            NotConnectedException error =
                    assertThrows(NotConnectedException.class, () -> post.send(Post.PAY, "Id", "1"));

            assertTrue(error.getMessage().contains("127.0.0.1:" + nobody.getPort()), error.getMessage());
            assertTrue(
                    error.getMessage().contains("whether port " + nobody.getPort() + " is open from here"),
                    error.getMessage());
        }
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
