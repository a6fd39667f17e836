package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.github.mpesasdk.daraja.DarajaApi;
import io.github.mpesasdk.runtime.Operation;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the records of a case's request and answers print must not show a sensitive value of it. */
class RecordTextsTest {

    private static final Spec SPEC = Spec.read("daraja/openapi.yaml");

    @TestFactory
    Stream<DynamicTest> texts() {
        return ConformanceCase.ofMarket("kenya").stream()
                .filter(each -> !each.isCallback())
                .map(each -> DynamicTest.dynamicTest(
                        each.toString(), () -> assertAll(each.toString(), () -> assertNoLeak(each))));
    }

    private static void assertNoLeak(ConformanceCase played) {
        Operation<?, ?> operation = DarajaApi.OPERATIONS.stream()
                .filter(each -> each.id().equals(played.subject()))
                .findFirst()
                .orElseThrow();
        StringBuilder texts = new StringBuilder();
        texts.append(operation.requestAdapter().fromJsonTree(played.given().get("input")));
        for (JsonObject answer : played.answers()) {
            if (answer.has("body")) {
                texts.append(operation.answerAdapter().fromJsonTree(answer.get("body")));
            }
        }
        assertEquals(Optional.empty(), new Leaks(SPEC, played).in(texts.toString()), texts::toString);
    }
}
