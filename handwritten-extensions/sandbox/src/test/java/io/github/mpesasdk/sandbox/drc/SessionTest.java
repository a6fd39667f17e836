package io.github.mpesasdk.sandbox.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.sandbox.Exchange;
import io.github.mpesasdk.sandbox.Sandbox;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SessionTest extends DrcTest {

    SessionTest(DrcSandbox drc) throws IOException {
        super(drc);
    }

    @Test
    void aLoginOpensASession() throws Exception {
        Message answer = login(drc.username(), drc.password());
        assertEquals("3 Processed Processed", answer.event());
        assertTrue(answer.text("transactionID").matches("[0-9a-f]{32}"));
        assertEquals(List.of("SessionID"), List.copyOf(answer.items("response").keySet()));
        assertTrue(answer.items("response").getOrDefault("SessionID", "").matches("[0-9a-f]{32}"));
        assertEquals(Map.of("Username", drc.username(), "Password", drc.password()), answer.items("request"));
        assertNotEquals(session(), session());
        assertEquals(List.of(), drc.journal().violations());
        assertEquals("default", drc.journal().exchanges().get(0).caller());
    }

    @Test
    void theEventIdHasBlanksBehindItAndPrefixesChangeOnRequestOnly() throws Exception {
        for (int i = 0; i < 3; i++) {
            Message usual = login(drc.username(), drc.password());
            assertEquals("S", usual.only("Envelope").getPrefix());
            assertEquals("ns2", usual.only("getGenericResultResponse").getPrefix());
            assertEquals("ns3", usual.only("eventid").getPrefix());
        }
        control("rotating-prefixes", "{\"on\": true}");
        String one = post(INSIGHT, loginRequest(drc.username(), drc.password())).body();
        String two = post(INSIGHT, loginRequest(drc.username(), drc.password())).body();
        for (String answer : List.of(one, two)) {
            assertTrue(Message.of(answer).text("eventid").matches("2500\\s+"), answer);
        }
        assertNotEquals(
                Message.of(one).only("eventid").getPrefix(),
                Message.of(two).only("eventid").getPrefix());
        assertNotEquals(
                Message.of(one).only("Envelope").getPrefix(),
                Message.of(two).only("Envelope").getPrefix());
    }

    @Test
    void wrongCredentialsLookLikeSuccessOrNot() throws Exception {
        Message answer = login(drc.username(), "guess");
        assertEquals("3 Processed Processed", answer.event());
        assertEquals(Map.of("SessionID", "Invalid Credentials"), answer.items("response"));

        drc.wrongCredentials(WrongCredentialsForm.ERROR);
        answer = login("nobody", drc.password());
        assertEquals("4 Error Authentication Failed", answer.event());
        assertFalse(answer.has("transactionID"));
        assertEquals(
                "3 Processed Processed", login(drc.username(), drc.password()).event());
    }

    @Test
    void aSessionIsNeeded() throws Exception {
        for (String token : List.of("0".repeat(32), "", "Invalid Credentials")) {
            for (Message answer :
                    List.of(answer(INSIGHT, c2bRequest(token, c2b())), answer(B2C, b2cRequest(token, b2c())))) {
                assertEquals("4 Error Session Expired", answer.event());
                assertFalse(answer.has("transactionID"));
                assertFalse(answer.items("request").isEmpty());
                assertEquals(Map.of(), answer.items("response"));
            }
        }
        assertEquals(List.of(), drc.journal().violations());
        Message answer = answer(INSIGHT, envelope(header("EventID", "80049"), items(c2b())));
        assertEquals("4 Error Session Expired", answer.event());
        assertEquals(List.of("Token is missing (inferred)"), drc.journal().violations());
        assertNothingDone();
    }

    @Test
    void aSessionEnds() throws Exception {
        String token = session();
        assertEquals(
                "3 Processed Processed",
                answer(INSIGHT, c2bRequest(token, c2b())).event());
        drc.expireSessions();
        assertEquals(
                "4 Error Session Expired",
                answer(INSIGHT, c2bRequest(token, c2b())).event());
        assertEquals(1, drc.ledger("CDF").entries().size());
        drc.sessionLifetime(Duration.ZERO);
        assertEquals("4 Error Session Expired", collect(c2b()).event());
    }

    @Test
    void sessionsEndByTheInjectedClock() throws Exception {
        AtomicLong seconds = new AtomicLong();
        InstantSource source = () -> Instant.parse("2026-03-14T21:30:00Z").plusSeconds(seconds.get());
        try (Sandbox sandbox = Sandbox.builder()
                .clock(source.withZone(ZoneOffset.UTC))
                .tokenLifetime(Duration.ofMinutes(10))
                .start()) {
            SessionTest there = new SessionTest(sandbox.drc());
            String token = there.session();
            seconds.set(599);
            assertEquals(
                    "3 Processed Processed",
                    there.answer(INSIGHT, c2bRequest(token, there.c2b())).event());
            seconds.set(600);
            assertEquals(
                    "4 Error Session Expired",
                    there.answer(INSIGHT, c2bRequest(token, there.c2b())).event());
            there.everythingSaidFitsTheSpec();
        }
    }

    @Test
    void oneSessionServesBothAddresses() throws Exception {
        String token = session();
        assertEquals(
                "3 Processed Processed",
                answer(INSIGHT, c2bRequest(token, c2b())).event());
        assertEquals(
                "3 Processed Processed", answer(B2C, b2cRequest(token, b2c())).event());
        assertEquals(1, drc.journal().count("login"));
    }

    @Test
    void tenantsAreToldApart() throws Exception {
        DrcLogin other = drc.addLogin("other");
        String token =
                login(other.username(), other.password()).items("response").getOrDefault("SessionID", "");
        answer(INSIGHT, c2bRequest(token, c2b()));
        assertEquals(
                List.of("other"),
                drc.journal().of("c2bPayment").stream().map(Exchange::caller).toList());
        assertFalse(other.toString().contains(other.password()));
        assertEquals(
                Map.of("SessionID", "Invalid Credentials"),
                login(drc.username(), other.password()).items("response"));
    }

    @Test
    void aLoginHasNoTokenButIsLetPassWithOne() throws Exception {
        String body = loginRequest(drc.username(), drc.password())
                .replace("<soapenv:Header>", "<soapenv:Header><soap:Token>?</soap:Token>");
        assertEquals("3 Processed Processed", answer(INSIGHT, body).event());
        assertEquals(List.of("Token is sent with a login"), drc.journal().violations());
    }
}
