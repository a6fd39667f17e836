package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.github.mpesasdk.runtime.Operation;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the records of a case's request and answers print must not show a sensitive value of it. */
class RecordTextsTest {

    @TestFactory
    Stream<DynamicTest> texts() {
        return MarketCases.all()
                .flatMap(market -> market.tests(market.operationCases(), each -> assertNoLeak(market, each)));
    }

    private static void assertNoLeak(MarketCases market, ConformanceCase played) {
        Operation<?, ?> operation = market.market().operations().stream()
                .filter(each -> each.id().equals(played.subject()))
                .findFirst()
                .orElseThrow();
        StringBuilder texts = new StringBuilder();
        texts.append(operation.requestAdapter().fromJsonTree(played.given().get("input")));
        for (JsonObject answer : played.answers()) {
            Payload.content(answer)
                    .ifPresent(content -> texts.append(operation.answerAdapter().fromJsonTree(content)));
        }
        assertEquals(Optional.empty(), new Leaks(market, played).in(texts.toString()), texts::toString);
    }
}
