package io.github.mpesasdk.sandbox.market;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schema of a spec, or a group of fields with the rules about them.
 *
 * @param words what it says, under the names of OpenAPI and of our extensions
 */
public record SpecSchema(Map<?, ?> words) {

    /** What it says under a name, or null. */
    public @Nullable Object word(String name) {
        return words.get(name);
    }

    /** Whether it is a whole number rather than text. */
    boolean isInteger() {
        return "integer".equals(word("type"));
    }

    /** Whether null may be sent for it. */
    boolean isNullable() {
        return Boolean.TRUE.equals(word("nullable"));
    }

    /** Whether a field of it must be there. */
    boolean requires(String field) {
        return SpecDocument.list(word("required")).contains(field);
    }

    /** Whether the gateway enforces a limit: one that only documents state is a rule for clients. */
    boolean enforces(String limit) {
        Object grade = SpecDocument.map(word("x-limit-evidence")).get(limit);
        return grade == null || grade.equals("captured");
    }
}
