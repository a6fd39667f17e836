package io.github.mpesasdk.sandbox.market;

import java.util.Map;
import java.util.Optional;
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

    /** Whether it is an amount, which is a number even where it travels as text. */
    boolean isAmount() {
        return Boolean.TRUE.equals(word("x-amount")) || "amount".equals(word("x-role"));
    }

    /** How sure a limit is, where it has a grade of its own. */
    Optional<String> evidence(String limit) {
        return Optional.ofNullable(SpecDocument.map(word("x-limit-evidence")).get(limit))
                .map(Object::toString);
    }

    /** How sure we are of it as a whole; empty if it says nothing. */
    String evidence() {
        return word("x-evidence") instanceof String grade ? grade : "";
    }
}
