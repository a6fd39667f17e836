package io.github.mpesasdk.core.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Incident;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.core.testing.Events;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Wire;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Questions whose answer comes by callback. */
class QuestionsTest {

    private static Query<String> ask(Kiosk kiosk) {
        return kiosk.flow()
                .ask(kiosk.market()
                        .balance(message -> message.told().code() + " of "
                                + message.text("PushId").orElse("nothing")));
    }

    private static String address(Kiosk kiosk) {
        return Kiosk.field(kiosk.last("/balance"), "CallBackURL").orElseThrow();
    }

    @Test
    void theCallbackAnswers() {
        try (Kiosk kiosk = Kiosk.open().onPayments(Kiosk.accepting("Q-1"))) {
            Query<String> question = ask(kiosk);
            Received<Wire> received = kiosk.hear(address(kiosk), "PushId", "Q-1", "Code", "0");

            assertTrue(received.isGenuine());
            assertEquals("0 of Q-1", question.await(ChronoUnit.FOREVER.getDuration()));
            assertEquals("0 of Q-1", question.answer().join());
            assertTrue(kiosk.hear(address(kiosk), "PushId", "Q-1", "Code", "0").isRepetition());
        }
    }

    @Test
    void aCallbackAboutAnotherQuestionDoesNot() {
        try (Kiosk kiosk = Kiosk.open().onPayments(Kiosk.accepting("Q-1"))) {
            Query<String> question = ask(kiosk);

            assertFalse(kiosk.hear(address(kiosk), "PushId", "Q-2", "Code", "0").isGenuine());
            assertThrows(NoAnswerException.class, () -> question.await(Duration.ofMillis(50)));
        }
    }

    @Test
    void noAnswerInTimeIsNoAnswerAndItMayStillCome() {
        try (Kiosk kiosk = Kiosk.open().onPayments(Kiosk.accepting("Q-1"))) {
            Query<String> question = ask(kiosk);
            NoAnswerException late = assertThrows(NoAnswerException.class, () -> question.await(Duration.ofMillis(1)));

            assertEquals("balance", late.operation());
            assertTrue(late.getMessage().contains("its answer did not come by callback in time"), late.getMessage());
            assertTrue(question.answer().cancel(true), "who gives up spoils nothing for others");
            kiosk.hear(address(kiosk), "Code", "0");
            assertEquals("0 of nothing", question.await(Kiosk.LONG));
        }
    }

    @Test
    void anInterruptedThreadKeepsItsFlag() {
        try (Kiosk kiosk = Kiosk.open().onPayments(Kiosk.accepting("Q-1"))) {
            Query<String> question = ask(kiosk);
            Thread.currentThread().interrupt();

            assertThrows(NoAnswerException.class, () -> question.await(Kiosk.LONG));
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void whatTheGatewayRefusesIsThrownAsItIs() {
        try (Kiosk kiosk = Kiosk.open().onPayments(Fates.answer("400 No", "{\"error\":\"wrong-passkey\"}"))) {
            RefusedException refused = assertThrows(RefusedException.class, () -> ask(kiosk));

            assertEquals("wrong-passkey", refused.code().orElseThrow().value());
        }
    }

    @Test
    void anErrorThatTheCallbackTellsIsThrownAsItIs() {
        RefusedException inCallback = new RefusedException(Incident.of("kiosk", "balance"));
        try (Kiosk kiosk = Kiosk.open().onPayments(Kiosk.accepting("Q-1"))) {
            Query<String> question = kiosk.flow().ask(kiosk.market().balance(message -> {
                throw inCallback;
            }));
            kiosk.hear(address(kiosk), "Code", "2001");

            assertEquals(inCallback, assertThrows(RefusedException.class, () -> question.await(Kiosk.LONG)));
        }
    }

    @Test
    void anAsynchronousQuestionIsTheSame() throws Exception {
        try (Kiosk kiosk = Kiosk.open().onPayments((request, connection) -> {
            Kiosk.accepting("Q-1").befall(request, connection);
        })) {
            var answer = kiosk.flow().askAsync(kiosk.market().balance(message -> "answered"));
            Events.until(() -> kiosk.server().count("/balance") > 0);
            kiosk.hear(address(kiosk), "Code", "0");

            assertEquals("answered", answer.get(30, TimeUnit.SECONDS));
            assertInstanceOf(Query.class, ask(kiosk));
        }
    }
}
