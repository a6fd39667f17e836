package io.github.mpesasdk.sandbox.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest extends DrcTest {

    FaultsTest(DrcSandbox drc) throws IOException {
        super(drc);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DROP_CONNECTION", "RESET_CONNECTION", "TRUNCATED_BODY"})
    void aBrokenAnswerHidesAPaymentThatHappens(Fault fault) throws Exception {
        String token = session();
        drc.faults().next("b2cPayment", fault);
        assertThrows(IOException.class, () -> post(B2C, b2cRequest(token, b2c())));
        receiver.take("/callback");
        assertEquals(1, drc.ledger("USD").entries().size());
        assertEquals(1, drc.journal().count("b2cPayment"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"UNREADABLE_BODY", "SLOW"})
    void aBadAnswerHidesOneToo(Fault fault) throws Exception {
        String token = session();
        drc.faults().next("c2bPayment", fault);
        long before = System.nanoTime();
        HttpResponse<String> answer = post(INSIGHT, c2bRequest(token, c2b()));
        if (fault == Fault.SLOW) {
            assertTrue(Duration.ofNanos(System.nanoTime() - before).toMillis() >= 300);
        } else {
            assertThrows(AssertionError.class, () -> Message.of(answer.body()));
        }
        receiver.take("/callback");
        assertEquals(1, drc.ledger("CDF").entries().size());
    }

    @Test
    void aConnectionDroppedInTimeHidesNothing() throws Exception {
        String token = session();
        drc.faults().next("c2bPayment", Fault.DROP_BEFORE_PROCESSING);
        assertThrows(IOException.class, () -> post(INSIGHT, c2bRequest(token, c2b())));
        assertNothingDone();
    }

    @Test
    void firewallsAndLimits() throws Exception {
        drc.faults().next("login", Fault.HTML_503);
        drc.faults().next("login", Fault.EMPTY_400);
        drc.faults().next("login", Fault.TOO_MANY_REQUESTS);
        String body = loginRequest(drc.username(), drc.password());
        HttpResponse<String> page = post(INSIGHT, body);
        assertTrue(page.statusCode() == 503 && page.body().startsWith("<html>"));
        assertEquals("", post(INSIGHT, body).body());
        assertEquals(429, post(INSIGHT, body).statusCode());
    }

    @Test
    void aRefusalProcessesNothing() throws Exception {
        drc.faults().next("c2bPayment", Fault.REFUSED_IN_200);
        drc.faults().next("c2bPayment", Fault.REFUSED_BY_RESPONSE_CODE);
        drc.faults().next("c2bPayment", Fault.TOKEN_REJECTED);
        assertEquals(
                "4 Error Invalid Packet: refused on request", collect(c2b()).event());
        Message byCode = collect(c2b());
        assertEquals("3 Processed Processed", byCode.event());
        assertEquals(Map.of("ResponseCode", "1"), byCode.items("response"));
        Message byToken = collect(c2b());
        assertEquals("4 Error Session Expired", byToken.event());
        assertFalse(byToken.has("transactionID"));
        assertNothingDone();
    }

    @Test
    void anAnswerContradictsItself() throws Exception {
        drc.faults().next("c2bPayment", Fault.ACCEPTED_AND_TOKEN_REJECTED);
        Message both = collect(c2b());
        assertEquals("4 Error Session Expired", both.event());
        assertEquals("0", both.items("response").get("ResponseCode"));
        assertTrue(both.items("response").containsKey("InsightReference"));
        receiver.take("/callback");

        String token = session();
        drc.faults().next("c2bPayment", Fault.KEY_TWICE);
        String twice = post(INSIGHT, c2bRequest(token, c2b())).body();
        assertEquals(3, twice.split("<name>ResponseCode</name>", -1).length, twice);
        assertTrue(twice.contains("<value>1</value>"), twice);
    }

    @Test
    void anAnswerAndACallbackSpeakOfAnotherPayment() throws Exception {
        drc.faults()
                .next(
                        "b2cPayment",
                        Fault.OTHER_ID,
                        Fault.CALLBACK_OF_ANOTHER,
                        Fault.CALLBACK_WITH_OTHER_AMOUNT,
                        Fault.UNKNOWN_CALLBACK_FIRST);
        String body = post(B2C, b2cRequest(session(), b2c())).body();
        LedgerEntry paid = drc.ledger("USD").entries().get(0);
        assertNotEquals(
                paid.conversation().senderId(),
                Message.of(body).items("request").get("ThirdPartyReference"));
        String first = receiver.take("/callback").body();
        assertTrue(
                first.contains("<value>4242</value>")
                        && first.contains(paid.conversation().senderId()),
                first);
        String second = receiver.take("/callback").body();
        assertTrue(
                second.contains(paid.receipt())
                        && !second.contains(paid.conversation().senderId()),
                second);
        assertTrue(second.contains("<name>Amount</name><value>9"), second);
    }

    @Test
    void aLoginCanBeRefusedToo() throws Exception {
        drc.wrongCredentials(WrongCredentialsForm.ERROR);
        drc.faults().next("login", Fault.TOKEN_REJECTED);
        drc.faults().next("login", Fault.REFUSED_BY_RESPONSE_CODE);
        assertEquals(
                "4 Error Authentication Failed",
                login(drc.username(), drc.password()).event());
        Message answer = login(drc.username(), drc.password());
        assertEquals("3 Processed Processed", answer.event());
        assertEquals(Map.of("SessionID", "Invalid Credentials"), answer.items("response"));
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_500, SYSTEM_BUSY, 500 S:Server java.lang.NullPointerException, 0",
        "SERVER_200, SPIKE_ARREST, 200 S:Server java.lang.NullPointerException, 0",
        "CLIENT_500, SYSTEM_BUSY, 500 S:Client Cannot find dispatch method for {}, 0",
        "CLIENT_200, SYSTEM_BUSY, 200 S:Client Cannot find dispatch method for {}, 0",
        "SERVER_500, SERVER_ERROR_500_ENVELOPE, 500 S:Server java.lang.NullPointerException, 1",
        "SERVER_200, SERVER_ERROR_500_ENVELOPE, 200 S:Server java.lang.NullPointerException, 1",
        "CLIENT_500, SERVER_ERROR_500_ENVELOPE, 500 S:Client java.lang.NullPointerException, 1",
        "CLIENT_200, SERVER_ERROR_500_ENVELOPE, 200 S:Client java.lang.NullPointerException, 1",
    })
    void aSoapFaultHidesAPaymentOrNone(SoapFaultForm form, Fault fault, String expected, int payments)
            throws Exception {
        String token = session();
        drc.soapFault(form);
        drc.faults().next("c2bPayment", fault);
        HttpResponse<String> answer = post(INSIGHT, c2bRequest(token, c2b()));
        Message said = Message.of(answer.body());
        assertEquals(expected, answer.statusCode() + " " + said.text("faultcode") + " " + said.text("faultstring"));
        assertTrue(drc.awaitCallbacks(SOON));
        assertEquals(payments, drc.ledger("CDF").entries().size());
        assertEquals(payments, drc.journal().deliveries().size());
        assertEquals(List.of(), drc.journal().violations());
    }
}
