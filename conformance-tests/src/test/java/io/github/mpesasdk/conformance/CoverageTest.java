package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the spec describes must be played: an operation that nobody plays is one that nobody holds to its rules. */
class CoverageTest {

    private static final String ALL = "io.github.mpesasdk.conformance.MarketCases#all";
    // Codes that had no case when this was first looked at.
    private static final String KNOWN_GAPS = "codes-without-a-case.yaml";
    private static final Set<String> EVERY_OUTCOME = Set.of("succeeded", "failed", "pending", "unknown");
    private static final Set<String> THREE_OUTCOMES = Set.of("succeeded", "failed", "unknown");
    // What the callbacks of each schema can say, where it is not a success or an unknown failure of a question.
    private static final Map<String, Set<String>> OUTCOMES = Map.of(
            "B2bExpressCallback",
            THREE_OUTCOMES,
            "StandingOrderCallback",
            THREE_OUTCOMES,
            "DrcB2cCallback",
            Set.of("succeeded", "unknown"),
            "DrcC2bCallback",
            THREE_OUTCOMES,
            "C2bNotification",
            Set.of("succeeded", "pending"),
            "ResultEnvelope",
            EVERY_OUTCOME,
            "StkCallbackEnvelope",
            EVERY_OUTCOME,
            "TransactionCallback",
            THREE_OUTCOMES,
            // Not every API has a word that says for certain that a payment failed.
            "QueryTransactionStatusCallback",
            Set.of("succeeded", "pending", "unknown"));

    @ParameterizedTest
    @MethodSource(ALL)
    void everyOperationAndCallbackOfTheSpecHasCases(MarketCases market) {
        Set<String> missing = CaseCoverage.subjectsWithoutCase(market.spec(), market.cases());
        assertEquals(Set.of(), missing, "operations and callbacks without a case");
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyOperationHasTheCasesThatMoneyDependsOn(MarketCases market) {
        Map<String, Set<String>> words = new TreeMap<>();
        market.operationCases().forEach(one -> {
            Set<String> seen = words.computeIfAbsent(one.subject(), key -> new HashSet<>());
            seen.add(ConformanceCase.text(one.expect(), "error").orElse("returned"));
            ConformanceCase.text(one.expect(), "outcome").ifPresent(seen::add);
        });
        assertAll(words.entrySet().stream().map(entry -> (Executable) () -> {
            Set<String> needed = needed(market.spec().operation(entry.getKey()));
            assertTrue(
                    entry.getValue().containsAll(needed),
                    () -> entry.getKey() + " has cases for " + entry.getValue() + ", needs " + needed);
        }));
    }

    private static Set<String> needed(SpecOperation operation) {
        boolean isMoney = operation.extension("x-effect").orElse("").equals("money");
        Set<String> needed =
                new TreeSet<>(Set.of("returned", "refused", "invalid-input", isMoney ? "unknown" : "no-answer"));
        if (operation.definition().get("x-outcome").isJsonObject()
                && operation.definition().getAsJsonObject("x-outcome").has("answer")) {
            // The answer is the outcome, or only acknowledges: both happen.
            needed.addAll(Set.of("succeeded", "pending"));
        }
        return needed;
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyCallbackSchemaHasACaseOfEachOutcome(MarketCases market) {
        Map<String, Set<String>> outcomes = new TreeMap<>();
        market.callbackCases().forEach(one -> ConformanceCase.text(one.expect(), "outcome")
                .ifPresent(outcome -> outcomes.computeIfAbsent(schema(market, one), key -> new TreeSet<>())
                        .add(outcome)));
        assertAll(outcomes.entrySet().stream().map(entry -> (Executable) () -> {
            Set<String> needed = OUTCOMES.getOrDefault(entry.getKey(), Set.of("succeeded"));
            assertTrue(
                    entry.getValue().containsAll(needed),
                    () -> entry.getKey() + " has cases for " + entry.getValue() + ", needs " + needed);
        }));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyCodeHasACase(MarketCases market) throws IOException {
        JsonObject catalogue = Spec.read(market.setup().api() + "/codes.yaml").document();
        Set<String> missing = CaseCoverage.codesWithoutCase(catalogue, market.cases());
        Set<String> known = new TreeSet<>();
        new YAMLMapper()
                .readTree(Files.readString(Checkout.cases().resolveSibling(KNOWN_GAPS)))
                .path(market.market().name())
                .forEach(code -> known.add(code.asText()));
        assertAll(
                () -> assertEquals(
                        Set.of(),
                        without(missing, known),
                        "codes without a case; add one, whose answer or callback has the code, to cases/"
                                + market.market().name()),
                () -> assertEquals(
                        Set.of(),
                        without(known, missing),
                        "these have a case now, or are gone; take them out of " + KNOWN_GAPS));
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static String schema(MarketCases market, ConformanceCase one) {
        return market.spec().callback(one.subject()).requestSchema().orElseThrow();
    }
}
