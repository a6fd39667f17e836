package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Events;
import io.github.mpesasdk.core.testing.Impatient;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way to misbehave, and the error that it is for a payment and for a question. */
class AnswerTest extends ShopTest {

    AnswerTest(KenyaSandbox kenya) {
        super(kenya);
    }

    @ParameterizedTest
    @CsvSource({
        "DROP_BEFORE_PROCESSING, UNKNOWN",
        "DROP_CONNECTION, UNKNOWN",
        "RESET_CONNECTION, UNKNOWN",
        "TRUNCATED_BODY, UNKNOWN",
        "UNREADABLE_BODY, UNKNOWN",
        "SERVER_ERROR_500_ENVELOPE, UNKNOWN",
        "SYSTEM_BUSY, UNKNOWN",
        "HTML_503, UNKNOWN",
        "EMPTY_400, UNKNOWN",
        "TOO_MANY_REQUESTS, UNKNOWN",
        "SPIKE_ARREST, REFUSED",
    })
    void aPaymentIsSentOnceWhateverComesBack(Fault fault, String expected) {
        kenya.faults().next("stkPush", fault);

        MpesaException error =
                assertThrows(MpesaException.class, () -> shop.daraja().stk().push(Shop::tea));

        assertEquals(expected, kind(error), error.toString());
        assertEquals(1, kenya.journal().count("stkPush"));
    }

    @ParameterizedTest
    @CsvSource({"REFUSED_IN_200", "REFUSED_BY_RESPONSE_CODE"})
    void aRefusalInASuccessfulAnswerIsNoSuccess(Fault fault) {
        kenya.faults().next("stkPush", fault);

        MpesaException error =
                assertThrows(MpesaException.class, () -> shop.daraja().stk().push(Shop::tea));

        assertEquals(200, error.httpStatus().orElseThrow());
        assertTrue(error.code().isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "DROP_CONNECTION, NO_ANSWER, 2",
        "TRUNCATED_BODY, NO_ANSWER, 2",
        "HTML_503, NO_ANSWER, 2",
        "SERVER_ERROR_500_ENVELOPE, NO_ANSWER, 2",
        "TOO_MANY_REQUESTS, REFUSED, 2",
        "SPIKE_ARREST, REFUSED, 2",
        "EMPTY_400, NO_ANSWER, 1",
        "REFUSED_IN_200, REFUSED, 1",
    })
    void aQuestionIsRepeatedWhereThatCanHelp(Fault fault, String expected, int sent) {
        kenya.faults().always("stkQuery", fault);

        MpesaException error =
                assertThrows(MpesaException.class, () -> shop.daraja().stk().status("ws_CO_none"));

        assertEquals(expected, kind(error), error.toString());
        assertEquals(sent, kenya.journal().count("stkQuery"));
    }

    @Test
    void aSlowAnswerToAPaymentIsUnknown() {
        kenya.faults().next("stkPush", Fault.SLOW);
        Impatient.prove(
                Duration.ofSeconds(1), this::proveUnknown, () -> kenya.journal().count("stkPush") > 0);
        assertEquals(1, kenya.journal().count("stkPush"));
    }

    private void proveUnknown(Duration timeout) {
        try (Shop hasty = Shop.open(kenya, settings -> settings.timeout(timeout))) {
            assertThrows(
                    UnknownOutcomeException.class, () -> hasty.daraja().stk().push(Shop::tea));
            // Then it has left, and must not be sent again because it is late.
            Events.until(() -> kenya.journal().count("stkPush") > 0);
        } catch (InterruptedException stopped) {
            throw new AssertionError("the test was stopped", stopped);
        }
    }

    @Test
    void withoutAConnectionNothingIsSent() {
        try (Daraja nobody = Shop.settings(kenya, shop.callbacks())
                .at(DyingServer.nobody())
                .retries(RetryPolicy.NONE)
                .build()) {
            assertThrows(NotConnectedException.class, () -> nobody.stk().push(Shop::tea));
        }
    }

    @Test
    void anInterruptedThreadSendsNothingAndStaysInterrupted() {
        shop.daraja().stk().push(Shop::tea).await(Shop.SOON);
        Thread.currentThread().interrupt();

        assertThrows(NotConnectedException.class, () -> shop.daraja().stk().push(Shop::tea));

        assertTrue(Thread.interrupted());
        assertEquals(1, kenya.journal().count("stkPush"));
    }

    private static String kind(MpesaException error) {
        if (error instanceof UnknownOutcomeException) {
            return "UNKNOWN";
        }
        if (error instanceof RefusedException) {
            return "REFUSED";
        }
        assertInstanceOf(NoAnswerException.class, error);
        return "no_answer".toUpperCase(Locale.ROOT);
    }
}
