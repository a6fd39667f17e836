package io.github.mpesasdk.core.outcome;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.runtime.Catalogue;
import io.github.mpesasdk.runtime.Operation;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks result codes up, also where nobody knows which operation is answered. One code can be final for one operation
 * and not for another: unless all agree, it settles nothing.
 *
 * @param operations all that the API has
 * @param isCandidate which of them an answer may belong to that does not say
 */
public record CautiousCode(
        Catalogue catalogue, List<Operation<?, ?>> operations, Predicate<Operation<?, ?>> isCandidate) {

    /**
     * What a result code means.
     *
     * @param operation the id of the operation that is answered; empty where it is not known
     * @param words the gateway's, if they matter for its codes
     */
    public Code meaning(String operation, String code, @Nullable String words) {
        return operation.isEmpty() ? ofAll(code, words) : catalogue.result(operation, code, words);
    }

    private Code ofAll(String code, @Nullable String words) {
        List<Code> meanings = operations.stream()
                .filter(isCandidate)
                .map(operation -> catalogue.result(operation.id(), code, words))
                .filter(Code::isKnown)
                .toList();
        return meanings.stream()
                .filter(meaning -> !meaning.isFinal())
                .findFirst()
                .or(() -> meanings.stream().findFirst())
                .orElseGet(() -> Code.unknown(code));
    }
}
