package io.github.mpesasdk.core.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.Evidence;
import io.github.mpesasdk.Failed;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.runtime.Catalogue;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.NoInput;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Success;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CautiousCodeTest {

    private static final Reference REFERENCE = new Reference("Id", "1");
    private static final CautiousCode CODES = new CautiousCode(
            Catalogue.of(
                    List.of(),
                    List.of(
                            code("0", List.of(), "success", true),
                            code("1", List.of(), "customer", true),
                            code("7", List.of("pay"), "customer", true),
                            code("7", List.of("reverse"), "gateway", false),
                            code("7", List.of("ask"), "caller", true),
                            code("8", List.of("ask"), "caller", true),
                            code("9", List.of(), "pending", false))),
            List.of(operation("pay", Effect.MONEY), operation("reverse", Effect.MONEY), operation("ask", Effect.QUERY)),
            operation -> operation.effect() == Effect.MONEY);

    private static Code code(String code, List<String> operations, String kind, boolean isFinal) {
        return Code.of(code, null, List.of(), operations, kind, isFinal, "Meaning.", "Advice.", "documented");
    }

    private static Operation<?, ?> operation(String id, Effect effect) {
        return Operation.of("test", id, Operation.Input.BODY, NoInput.ADAPTER, NoInput.ADAPTER)
                .effect(effect)
                .success(new Success("Code", "0"))
                .evidence(Evidence.DOCUMENTED)
                .build();
    }

    @Test
    void aCodeIsLookedUpForTheOperationThatIsAnswered() {
        assertTrue(CODES.meaning("pay", "7", null).isFinal());
        assertFalse(CODES.meaning("reverse", "7", null).isFinal());
    }

    @Test
    void whereNobodyKnowsTheOperationACodeOnWhichTheyDifferSettlesNothing() {
        assertFalse(CODES.meaning("", "7", null).isFinal());
        assertTrue(CODES.meaning("", "1", null).isFinal());
        assertFalse(CODES.meaning("", "8", null).isKnown());
        assertFalse(CODES.meaning("", "77", null).isKnown());
    }

    @Test
    void onlyAFinalCodeSettlesAnOutcome() {
        assertEquals(new Succeeded(REFERENCE, "R1", Map.of()), outcome("pay", "0"));
        assertEquals(new Failed(REFERENCE, CODES.meaning("", "1", null)), outcome("pay", "1"));
        assertEquals(new Pending(REFERENCE), outcome("pay", "9"));
        assertEquals(new Unknown(REFERENCE, CODES.meaning("reverse", "7", null)), outcome("", "7"));
        assertEquals(new Unknown(REFERENCE, null), outcome("", ""));
        for (String code : List.of("0", "1", "9", "7", "")) {
            assertEquals(
                    Decoded.State.of(CODES.meaning("", code, null)),
                    Decoded.State.of(outcome("", code)),
                    "both speak of " + code);
        }
    }

    private static Outcome outcome(String operation, String code) {
        return Outcome.of(CODES.meaning(operation, code, null), REFERENCE, "R1", Map.of());
    }
}
