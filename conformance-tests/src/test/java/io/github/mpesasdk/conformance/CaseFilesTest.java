package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every case before anything is played: its form, its place, its payloads, its innocence. */
class CaseFilesTest {

    private static final String ALL = "io.github.mpesasdk.conformance.MarketCases#all";

    private static void each(MarketCases market, Consumer<ConformanceCase> check) {
        assertAll(market.cases().stream()
                .map(one -> (Executable) () -> assertAll(one.toString(), () -> check.accept(one))));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyCaseHasTheDocumentedForm(MarketCases market) {
        each(
                market,
                one -> assertEquals(
                        List.of(), CaseForm.FULL_CASE.objections(one.written().toString())));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyCaseStandsInTheFolderOfItsOperation(MarketCases market) {
        each(market, one -> {
            if (one.isCallback()) {
                Set<String> callbacks = callbacksOf(market.spec(), one.folder());
                assertTrue(callbacks.contains(one.subject()), () -> one.folder() + " has no " + one.subject());
            } else {
                assertEquals(one.folder(), one.subject());
            }
        });
    }

    private static Set<String> callbacksOf(Spec spec, String operation) {
        JsonObject callbacks = spec.operation(operation).definition().getAsJsonObject("callbacks");
        return callbacks.entrySet().stream()
                .flatMap(callback -> spec.resolve(callback.getValue()).entrySet().stream())
                .flatMap(address -> address.getValue().getAsJsonObject().entrySet().stream())
                .map(verb ->
                        verb.getValue().getAsJsonObject().get("operationId").getAsString())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyPayloadMatchesTheSpec(MarketCases market) {
        CasePayloads payloads = new CasePayloads(market);
        each(market, one -> assertEquals(List.of(), payloads.objections(one)));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void noCaseHoldsARealNumberNameOrSecret(MarketCases market) {
        SecretScan scan = SecretScan.ofCases();
        each(market, one -> assertEquals(List.of(), scan.findings(one.json())));
        assertEquals(List.of(), scan.findings(Setup.file(market.market().name())));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void noTwoCasesAreTheSame(MarketCases market) {
        Map<JsonElement, List<String>> byContent = market.cases().stream()
                .collect(Collectors.groupingBy(
                        CaseFilesTest::essence, Collectors.mapping(ConformanceCase::toString, Collectors.toList())));
        Stream<List<String>> twins = byContent.values().stream().filter(names -> names.size() > 1);
        assertEquals(List.of(), twins.toList());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyFileOfXmlIsUsed(MarketCases market) throws IOException {
        Path folder = Checkout.cases().resolve(market.market().name());
        Set<Path> used =
                new HashSet<>(Payload.files(Setup.written(market.market().name()), folder));
        market.cases().forEach(one -> used.addAll(Payload.files(one.written(), folder.resolve(one.folder()))));
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> unused = files.filter(file -> file.toString().endsWith(".xml"))
                    .filter(file -> !used.contains(file))
                    .toList();
            assertEquals(List.of(), unused);
        }
    }

    private static JsonElement essence(ConformanceCase one) {
        JsonObject essence = one.json().deepCopy();
        essence.remove("description");
        essence.remove("provenance");
        return essence;
    }
}
