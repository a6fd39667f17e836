package io.github.mpesasdk.sandbox.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request before it is handled.
 *
 * @param operationId the operation it means, or null if there is none such
 * @param caller who it proves to be, or null
 * @param violations what the spec has against it
 */
public record Judgement(
        @Nullable String operationId, @Nullable String caller, List<Violation> violations) {

    /** What the gateway refuses, in words with their evidence. */
    public List<String> refused() {
        return violations.stream()
                .filter(Violation::isRefused)
                .map(Violation::graded)
                .toList();
    }

    /** What it takes, although the spec has something against it. */
    public List<String> remarks() {
        return violations.stream()
                .filter(violation -> !violation.isRefused())
                .map(Violation::graded)
                .toList();
    }
}
