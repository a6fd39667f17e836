package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/** Holds a case that does not lie among the others to the same rules. */
public final class Replay {

    private static final MarketCases KENYA = MarketCases.of("kenya");

    private Replay() {}

    /** Checks the form, payload and innocence of a case, and plays it. */
    public static void check(ConformanceCase one) {
        assertAll(
                one.toString(),
                () -> assertEquals(
                        List.of(), CaseForm.FULL_CASE.objections(one.written().toString())),
                () -> assertEquals(List.of(), new CasePayloads(KENYA).objections(one)),
                () -> assertEquals(List.of(), SecretScan.ofCases().findings(one.json())),
                () -> OperationCasesTest.play(KENYA, one));
    }
}
