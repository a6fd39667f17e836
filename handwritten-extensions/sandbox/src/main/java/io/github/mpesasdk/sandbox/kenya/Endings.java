package io.github.mpesasdk.sandbox.kenya;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How the next request to an operation ends, where somebody has said so. */
final class Endings {

    private final Set<String> operations;
    private final Map<String, ResultCode> next = new ConcurrentHashMap<>();

    Endings(Set<String> operations) {
        this.operations = operations;
    }

    void next(String operationId, String code) {
        if (!operations.contains(operationId)) {
            throw new IllegalArgumentException("no operation " + operationId + "; there are " + operations);
        }
        next.put(operationId, ResultCode.failure(code));
    }

    Optional<ResultCode> take(String operationId) {
        return Optional.ofNullable(next.remove(operationId));
    }

    void reset() {
        next.clear();
    }
}
