package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Catalogue;
import io.github.mpesasdk.sandbox.market.Code;
import java.util.Map;
import java.util.Optional;

/** The values with which the documented sandbox is told how a request shall end: {@code x-test-values} of the spec. */
final class TestValues {

    private TestValues() {}

    /** How a request ends; empty if nothing is forced, so that ledger and phone decide. */
    static Optional<Code> demanded(Call call, Catalogue catalogue) {
        if (!(call.operation().extension("x-test-values") instanceof Map<?, ?> fields)) {
            return Optional.empty();
        }
        return fields.entrySet().stream()
                .map(field -> ends(field.getValue()).get(call.sent(String.valueOf(field.getKey()))))
                .filter(String.class::isInstance)
                .map(end -> code(String.valueOf(end).split(" ", 2), call.id(), catalogue))
                .findFirst();
    }

    private static Map<?, ?> ends(Object values) {
        return (Map<?, ?>) values;
    }

    private static Code code(String[] end, String operationId, Catalogue catalogue) {
        if (end.length == 1) {
            return catalogue.of(end[0], operationId);
        }
        return catalogue
                .find(end[0], operationId, end[1])
                .orElseGet(() -> catalogue.of(end[0], operationId).saying(end[1]));
    }
}
