package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the spec describes must be played: an operation that nobody plays is one that nobody holds to its rules. */
class CoverageTest {

    private static final Spec SPEC = Spec.read("daraja/openapi.yaml");
    private static final List<ConformanceCase> CASES = ConformanceCase.ofMarket("kenya");

    @Test
    void everyOperationAndCallbackOfTheSpecHasCases() {
        Set<String> played = CASES.stream().map(ConformanceCase::subject).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(SPEC.operations().keySet());
        missing.addAll(SPEC.callbacks().keySet());
        missing.removeAll(played);
        assertEquals(Set.of(), missing, "operations and callbacks without a case");
    }

    @Test
    void everyOperationHasTheCasesThatMoneyDependsOn() {
        Map<String, Set<String>> words = new TreeMap<>();
        CASES.stream().filter(one -> !one.isCallback()).forEach(one -> {
            Set<String> seen = words.computeIfAbsent(one.subject(), key -> new HashSet<>());
            seen.add(ConformanceCase.text(one.expect(), "error").orElse("returned"));
        });
        words.forEach((operation, seen) -> {
            boolean isMoney =
                    SPEC.operation(operation).extension("x-effect").orElse("").equals("money");
            Set<String> needed = Set.of("returned", "refused", "invalid-input", isMoney ? "unknown" : "no-answer");
            assertTrue(seen.containsAll(needed), () -> operation + " has cases for " + seen + ", needs " + needed);
        });
    }

    @Test
    void everyCallbackSchemaHasACaseOfEachOutcome() {
        Map<String, Set<String>> outcomes = new TreeMap<>();
        CASES.stream().filter(ConformanceCase::isCallback).forEach(one -> ConformanceCase.text(one.expect(), "outcome")
                .ifPresent(outcome -> outcomes.computeIfAbsent(
                                SPEC.callback(one.subject()).requestSchema(), key -> new HashSet<>())
                        .add(outcome)));
        assertEquals(Set.of("C2bNotification", "ResultEnvelope", "StkCallbackEnvelope"), outcomes.keySet());
        assertEquals(Set.of("succeeded", "pending"), outcomes.get("C2bNotification"));
        assertEquals(Set.of("succeeded", "failed", "pending", "unknown"), outcomes.get("ResultEnvelope"));
        assertEquals(Set.of("succeeded", "failed", "pending", "unknown"), outcomes.get("StkCallbackEnvelope"));
    }
}
