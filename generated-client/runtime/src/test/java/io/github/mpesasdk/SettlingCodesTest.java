package io.github.mpesasdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.runtime.Catalogue;
import io.github.mpesasdk.runtime.Effect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a result code settles, also where nobody knows which operation it answers. */
class SettlingCodesTest {

    private static final Reference REFERENCE = new Reference("post", "pay", "Id", "1");
    private static final Catalogue CODES = Catalogue.of(
            List.of(),
            List.of(),
            List.of(
                    code("0", List.of(), "success", true),
                    code("1", List.of(), "customer", true),
                    code("3", List.of("pay"), "success", true),
                    code("3", List.of("reverse"), "customer", true),
                    code("7", List.of("pay"), "customer", true),
                    code("7", List.of("reverse"), "gateway", false),
                    code("8", List.of("pay"), "caller", true),
                    code("9", List.of(), "pending", false)),
            List.of());
    private static final List<String> PAYMENTS = List.of("pay", "reverse");

    private static Code code(String code, List<String> operations, String kind, boolean isFinal) {
        return Code.of(code, null, null, List.of(), operations, kind, isFinal, "Meaning.", "Advice.", "documented");
    }

    @Test
    void whereNobodyKnowsTheOperationACodeOnWhichTheyDifferSettlesNothing() {
        assertFalse(CODES.result(PAYMENTS, "7", null).isFinal(), "one is not final");
        assertEquals(CodeKind.GATEWAY, CODES.result(PAYMENTS, "7", null).kind(), "but it is known");
        assertFalse(CODES.result(PAYMENTS, "8", null).isKnown(), "unknown for one is unknown for all");
        assertFalse(CODES.result(PAYMENTS, "3", null).isFinal(), "paid for one, failed for the other");
        assertFalse(CODES.result(PAYMENTS, "77", null).isKnown());
        assertFalse(CODES.result(List.of(), "1", null).isKnown(), "no operation can be meant");
        assertTrue(CODES.result(PAYMENTS, "1", null).isFinal());
        assertTrue(CODES.result(List.of("pay"), "7", null).isFinal());
    }

    @Test
    void onlyAFinalCodeSettlesAnOutcome() {
        assertInstanceOf(Succeeded.class, outcome("0"));
        assertInstanceOf(Failed.class, outcome("1"));
        assertInstanceOf(Pending.class, outcome("9"));
        assertInstanceOf(Unknown.class, outcome("7"));
        assertInstanceOf(Unknown.class, outcome(""));
        for (String code : List.of("0", "1", "9", "7", "")) {
            assertEquals(
                    Decoded.State.of(CODES.result(PAYMENTS, code, null)),
                    Decoded.State.of(outcome(code)),
                    "both speak of " + code);
        }
    }

    private static Outcome outcome(String code) {
        return Outcome.of(CODES.result(PAYMENTS, code, null), null, REFERENCE, "R1", Map.of());
    }

    @Test
    void theAdviceOfAnUnknownCodeSpeaksOfAPaymentOnlyWhereThereIsOne() {
        assertTrue(Code.unknown("4711").advice().contains("payment by asking"));
        assertEquals(Code.unknown("4711"), Code.unknown("4711", Effect.MONEY));
        for (Effect effect : List.of(Effect.QUERY, Effect.SETUP, Effect.SESSION)) {
            assertTrue(Code.unknown("4711", effect).advice().endsWith("no payment was asked for."), effect::toString);
        }
    }
}
