package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Code;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** How the next request to an operation ends, where somebody has said so. Safe for use by several threads. */
final class Endings {

    private final KenyaMarket market;
    private final Map<String, String> codes = new ConcurrentHashMap<>();

    Endings(KenyaMarket market) {
        this.market = market;
    }

    /**
     * Lets the next request to an operation fail.
     *
     * @throws IllegalArgumentException if there is no such operation or failure
     */
    void failNext(String operationId, String code) {
        if (!market.operationIds().contains(operationId)) {
            throw new IllegalArgumentException(
                    "no operation " + operationId + "; there are " + new TreeSet<>(market.operationIds()));
        }
        Set<String> failures = new TreeSet<>(market.catalogue().codes());
        failures.removeAll(Set.of("0", "4999"));
        if (!failures.contains(code)) {
            throw new IllegalArgumentException("no failure " + code + "; there are " + failures);
        }
        codes.put(operationId, code);
    }

    Optional<Code> take(Call call) {
        return Optional.ofNullable(codes.remove(call.id())).map(code -> market.result(code, call));
    }

    void clear() {
        codes.clear();
    }
}
