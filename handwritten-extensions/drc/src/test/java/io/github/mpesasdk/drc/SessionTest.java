package io.github.mpesasdk.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.FakeClock;
import io.github.mpesasdk.core.testing.SeenRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the gateway's own about sessions; what all markets share is in {@link DrcTenancyTest}. */
class SessionTest {

    private static Function<SeenRequest, String> numbered() {
        AtomicInteger opened = new AtomicInteger();
        return request -> TestGateway.answered(Soap.session("sessionOfTheTest" + opened.incrementAndGet()));
    }

    private static void refuseTea(DrcGateway client) {
        assertThrows(RefusedException.class, () -> client.c2b().charge(TestGateway::tea));
    }

    private static List<String> tokens(List<SeenRequest> requests) {
        return requests.stream().map(Soap::token).toList();
    }

    @Test
    void oneLoginServesPaymentsOfBothKindsIfSessionsAreSaidToLive() {
        try (TestGateway gateway = TestGateway.opening(numbered(), TestGateway::acceptance);
                DrcGateway client = gateway.client(settings -> settings.sessionLife(Duration.ofMinutes(2)))) {
            client.c2b().charge(TestGateway::tea);
            client.b2c().pay(TestGateway::wages);

            assertEquals(1, gateway.logins().size());
            assertEquals(List.of("sessionOfTheTest1", "sessionOfTheTest1"), tokens(gateway.payments()));
        }
    }

    @Test
    void eachPaymentHasASessionOfItsOwn() {
        try (TestGateway gateway = TestGateway.opening(numbered(), TestGateway::acceptance);
                DrcGateway client = gateway.client()) {
            client.c2b().charge(TestGateway::tea);
            client.c2b().charge(TestGateway::tea);

            assertEquals(2, gateway.logins().size());
            assertEquals(List.of("sessionOfTheTest1", "sessionOfTheTest2"), tokens(gateway.payments()));
        }
    }

    @Test
    void theLastMinuteOfASessionIsNotUsed() {
        FakeClock clock = new FakeClock();
        try (TestGateway gateway = TestGateway.opening(numbered(), TestGateway::acceptance);
                DrcGateway client =
                        gateway.client(settings -> settings.clock(clock).sessionLife(Duration.ofMinutes(2)))) {
            client.c2b().charge(TestGateway::tea);
            clock.advance(Duration.ofSeconds(59));
            client.c2b().charge(TestGateway::tea);
            clock.advance(Duration.ofSeconds(1));
            client.c2b().charge(TestGateway::tea);

            assertEquals(2, gateway.logins().size());
        }
    }

    @Test
    void afterAPaymentThatIsNotAcceptedASessionIsNotUsedAgain() {
        AtomicInteger payments = new AtomicInteger();
        try (TestGateway gateway = TestGateway.opening(
                        numbered(),
                        request -> payments.incrementAndGet() == 1
                                ? TestGateway.answered(Soap.error("Session Expired"))
                                : TestGateway.acceptance(request));
                DrcGateway client = gateway.client(settings -> settings.sessionLife(Duration.ofHours(1)))) {
            assertThrows(UnknownOutcomeException.class, () -> client.c2b().charge(TestGateway::tea));
            client.c2b().charge(TestGateway::tea);

            assertEquals(List.of("sessionOfTheTest1", "sessionOfTheTest2"), tokens(gateway.payments()));
        }
    }

    @Test
    void verifyLogsInAndTellsAWrongPassword() {
        AtomicInteger logins = new AtomicInteger();
        try (TestGateway gateway = TestGateway.opening(
                        request -> TestGateway.answered(
                                logins.incrementAndGet() == 1
                                        ? Soap.session(TestGateway.SESSION)
                                        : Soap.processed("2500", "SessionID=Invalid Credentials")),
                        TestGateway::acceptance);
                DrcGateway client = gateway.client()) {
            client.verify();

            assertTrue(assertThrows(RefusedException.class, client::verify)
                    .getMessage()
                    .contains("password"));
            assertEquals(List.of(), gateway.payments());
        }
    }

    // Nobody has seen these words for a payment, and the platform has sessions with customers as well.
    @ParameterizedTest
    @ValueSource(strings = {"Session Expired", "Customer USSD session expired"})
    void aPaymentIsNotSentAgainBecauseASessionIsSaidToBeOver(String detail) {
        String answer = Soap.answer("12001", Soap.eventInfo("4", "Error", detail));
        try (TestGateway gateway = TestGateway.opening(numbered(), request -> TestGateway.answered(answer));
                DrcGateway client = gateway.client()) {
            UnknownOutcomeException unknown = assertThrows(
                    UnknownOutcomeException.class, () -> client.b2c().pay(TestGateway::wages));

            assertEquals("4", unknown.code().orElseThrow().value());
            assertEquals(1, gateway.logins().size());
            assertEquals(1, gateway.payments().size());
        }
    }

    // Whatever it says of the session, a gateway that gives an id to the payment did something.
    @ParameterizedTest
    @ValueSource(
            strings = {"InsightReference=4A3B2C1D0E9F88776655443322110000", "Insight_txid=q1w2e3r4", "ResponseCode=0"})
    void anErrorThatAlsoAcceptsIsAnUnknownOutcomeAndOneSend(String item) {
        for (String detail : List.of("Session Expired", "Authentication Failed")) {
            String both = Soap.answer("80049", Soap.eventInfo("4", "Error", detail), item);
            try (TestGateway gateway = TestGateway.open(request -> TestGateway.answered(both));
                    DrcGateway client = gateway.client()) {
                UnknownOutcomeException unknown = assertThrows(
                        UnknownOutcomeException.class, () -> client.c2b().charge(TestGateway::tea));

                assertEquals("4", unknown.code().orElseThrow().value());
                assertEquals(1, gateway.payments().size());
                assertEquals(1, gateway.logins().size());
            }
        }
    }

    @Test
    void theWordsOfAnErrorThatAlsoAcceptsAreToldWhereTheyRefuseNothing() {
        String both = Soap.answer("12001", Soap.eventInfo("4", "Failed", "Processed"), "Insight_txid=q1w2e3r4");

        assertEquals("Processed", DrcGateway.decode(both).description());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SessionID", "SessionId", "SESSIONID"})
    void wordsInThePlaceOfTheSessionAreARefusalThatIsNotKept(String name) {
        AtomicInteger logins = new AtomicInteger();
        try (TestGateway gateway = TestGateway.opening(
                        request -> logins.incrementAndGet() == 1
                                ? TestGateway.answered(Soap.processed("2500", name + "=Invalid Credentials"))
                                : TestGateway.answered(Soap.processed("2500", name + "=" + TestGateway.SESSION)),
                        TestGateway::acceptance);
                DrcGateway client = gateway.client()) {
            RefusedException refused =
                    assertThrows(RefusedException.class, () -> client.c2b().charge(TestGateway::tea));

            assertEquals("login", refused.operation());
            assertEquals(CodeKind.CONFIGURATION, refused.code().orElseThrow().kind());
            assertTrue(refused.getMessage().contains("password"), refused.getMessage());
            assertEquals(List.of(), gateway.payments());
            assertEquals(1, gateway.logins().size());

            client.c2b().charge(TestGateway::tea);
            assertEquals(List.of(TestGateway.SESSION), tokens(gateway.payments()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authentication Failed", "Invalid Credentials", "Processed", "Session Expired"})
    void aLoginWithCodeFourIsARefusalEvenWithASession(String detail) {
        String answer = Soap.answer(
                "2500", Soap.eventInfo("4", "Failed", detail), "SessionID=0123456789abcdef0123456789abcdef");
        try (TestGateway gateway =
                        TestGateway.opening(request -> TestGateway.answered(answer), TestGateway::acceptance);
                DrcGateway client = gateway.client()) {
            refuseTea(client);
            refuseTea(client);

            assertEquals(List.of(), gateway.payments());
            assertEquals(2, gateway.logins().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "0", "null value", "short", "InvalidToken0000"})
    void whatIsNoSessionIsNeverSent(String session) {
        try (TestGateway gateway = TestGateway.opening(
                        request -> TestGateway.answered(Soap.session(session)), TestGateway::acceptance);
                DrcGateway client = gateway.client()) {
            assertThrows(MpesaException.class, () -> client.c2b().charge(TestGateway::tea));

            assertEquals(List.of(), gateway.payments());
        }
    }

    @Test
    void twoSessionsInOneAnswerAreNone() {
        try (TestGateway gateway = TestGateway.opening(
                        request -> TestGateway.answered(Soap.processed(
                                "2500", "SessionID=" + TestGateway.SESSION, "SessionId=another-session-of-the-test")),
                        TestGateway::acceptance);
                DrcGateway client = gateway.client()) {
            assertThrows(NoAnswerException.class, () -> client.c2b().charge(TestGateway::tea));

            assertEquals(List.of(), gateway.payments());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"503 Busy\n", "200 OK\n", "200 OK\n<html>Down</html>", "415 Unsupported\n"})
    void aLoginWithoutAnAnswerIsNoPayment(String answer) {
        try (TestGateway gateway = TestGateway.opening(request -> answer, TestGateway::acceptance);
                DrcGateway client = gateway.client()) {
            NoAnswerException error =
                    assertThrows(NoAnswerException.class, () -> client.c2b().charge(TestGateway::tea));

            assertEquals("login", error.operation());
            assertFalse(error.getMessage().contains("money may have moved"), error.getMessage());
            assertEquals(List.of(), gateway.payments());
        }
    }

    @Test
    void aGatewayThatIsNotThereIsNoPayment() {
        TestGateway gone = TestGateway.accepting();
        gone.close();
        try (DrcGateway client = gone.client()) {
            NotConnectedException error =
                    assertThrows(NotConnectedException.class, () -> client.c2b().charge(TestGateway::tea));

            assertTrue(error.getMessage().contains("nothing was sent"), error.getMessage());
        }
    }

    @Test
    void authenticationThatFailsOnAPaymentIsARefusalWithoutANewLogin() {
        try (TestGateway gateway =
                        TestGateway.open(request -> TestGateway.answered(Soap.error("Authentication Failed")));
                DrcGateway client = gateway.client()) {
            RefusedException refused =
                    assertThrows(RefusedException.class, () -> client.c2b().charge(TestGateway::tea));

            assertEquals(CodeKind.CONFIGURATION, refused.code().orElseThrow().kind());
            assertEquals(1, gateway.payments().size());
            assertEquals(1, gateway.logins().size());
        }
    }
}
