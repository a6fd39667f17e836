package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What must hold of every case before anything is played: its form, its place, its payloads, its innocence. */
class CaseFilesTest {

    private static final Spec SPEC = Spec.read("daraja/openapi.yaml");
    private static final List<ConformanceCase> CASES = ConformanceCase.ofMarket("kenya");

    private static void each(Consumer<ConformanceCase> check) {
        assertAll(CASES.stream().map(one -> (Executable) () -> assertAll(one.toString(), () -> check.accept(one))));
    }

    @Test
    void everyCaseHasTheDocumentedForm() {
        each(one -> assertEquals(List.of(), CaseForm.objections(one)));
    }

    @Test
    void everyCaseStandsInTheFolderOfItsOperation() {
        each(one -> {
            if (one.isCallback()) {
                Set<String> callbacks = callbacksOf(one.folder());
                assertTrue(callbacks.contains(one.subject()), () -> one.folder() + " has no " + one.subject());
            } else {
                assertEquals(one.folder(), one.subject());
            }
        });
    }

    private static Set<String> callbacksOf(String operation) {
        JsonObject callbacks = SPEC.operation(operation).definition().getAsJsonObject("callbacks");
        return callbacks.entrySet().stream()
                .flatMap(callback -> SPEC.resolve(callback.getValue()).entrySet().stream())
                .flatMap(address -> address.getValue().getAsJsonObject().entrySet().stream())
                .map(verb ->
                        verb.getValue().getAsJsonObject().get("operationId").getAsString())
                .collect(Collectors.toSet());
    }

    @Test
    void everyPayloadMatchesTheSpec() {
        CasePayloads payloads = new CasePayloads(SPEC);
        each(one -> assertEquals(List.of(), payloads.objections(one)));
    }

    @Test
    void noCaseHoldsARealNumberNameOrSecret() {
        SecretScan scan = SecretScan.ofCases();
        each(one -> assertEquals(List.of(), scan.findings(one.json())));
        assertEquals(List.of(), scan.findings(Setup.file("kenya")));
    }

    @Test
    void noTwoCasesAreTheSame() {
        Map<JsonElement, List<String>> byContent = CASES.stream()
                .collect(Collectors.groupingBy(
                        CaseFilesTest::essence, Collectors.mapping(ConformanceCase::toString, Collectors.toList())));
        Stream<List<String>> twins = byContent.values().stream().filter(names -> names.size() > 1);
        assertEquals(List.of(), twins.toList());
    }

    private static JsonElement essence(ConformanceCase one) {
        JsonObject essence = one.json().deepCopy();
        essence.remove("description");
        essence.remove("provenance");
        return essence;
    }
}
