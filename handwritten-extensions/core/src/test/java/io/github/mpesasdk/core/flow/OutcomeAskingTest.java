package io.github.mpesasdk.core.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.core.flow.KioskMarket.KioskDraft;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.transport.Failures;
import io.github.mpesasdk.runtime.Steps;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What became of a payment, asked with whatever a caller said. */
class OutcomeAskingTest {

    private static final String CALL = "till().status";

    private static Outcome tell(Kiosk kiosk, Draft.Content content) {
        return kiosk.flow().outcomes().tell(CALL, KioskMarket.STATUS, content);
    }

    private static Draft.Content described(Function<KioskDraft, KioskDraft> describe) {
        return Steps.described(describe, new KioskDraft());
    }

    @Test
    void theValueThatTheCallerSaidNamesThePayment() {
        try (Kiosk kiosk = Kiosk.open().onQuestions(Kiosk.telling("0", "Paid"))) {
            Outcome outcome = tell(kiosk, Draft.Content.of("pushId", "PushId", "P-1"));

            assertInstanceOf(Succeeded.class, outcome);
            assertEquals(new Reference("kiosk", "", "PushId", "P-1"), outcome.reference());
        }
    }

    @Test
    void aConstantOfTheCallDoesNot() {
        try (Kiosk kiosk = Kiosk.open().onQuestions(Kiosk.telling("0", "Paid"))) {
            Outcome outcome = tell(kiosk, Draft.Content.nothing().presetting("PushId", "P-1"));

            assertEquals("P-1", Kiosk.field(kiosk.last("/status"), "PushId").orElseThrow());
            assertEquals("", outcome.reference().value());
        }
    }

    @Test
    void aQuestionWithoutAValueIsAnswered() {
        try (Kiosk kiosk = Kiosk.open().onQuestions(Kiosk.telling("0", "Paid"))) {
            assertInstanceOf(Succeeded.class, tell(kiosk, Draft.Content.nothing()));
        }
    }

    @Test
    void aQuestionWithoutAValueMayBeAskedTooEarly() {
        try (Kiosk kiosk = Kiosk.open().onQuestions(Fates.answer("400 No", "{\"error\":\"not-yet\"}"))) {
            assertInstanceOf(Pending.class, tell(kiosk, Draft.Content.nothing()));
        }
    }

    @Test
    void aLambdaThatGivesNothingIsTold() {
        try (Kiosk kiosk = Kiosk.open().onQuestions(Fates.drop())) {
            InvalidInputException refused =
                    assertThrows(InvalidInputException.class, () -> tell(kiosk, described(draft -> null)));
            CompletionException later = assertThrows(CompletionException.class, () -> kiosk.flow()
                    .outcomes()
                    .askAsync(CALL, KioskMarket.STATUS, described(draft -> null))
                    .join());

            assertTrue(refused.getMessage().contains("returned null"), refused.getMessage());
            assertInstanceOf(InvalidInputException.class, Failures.cause(later));
            assertTrue(kiosk.server().requests().isEmpty());
        }
    }
}
