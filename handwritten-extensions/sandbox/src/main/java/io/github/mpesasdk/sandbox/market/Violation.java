package io.github.mpesasdk.sandbox.market;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One thing that the spec has against a request.
 *
 * @param field the top-level field at fault, empty if the request as a whole is
 * @param text what is wrong, in words; it may quote the request
 * @param missing whether the field is at fault for not being there
 * @param refused whether the real gateway is known to refuse this, or only the spec is stricter
 */
public record Violation(String field, String text, boolean missing, boolean refused) {

    /** Something that is refused, although it is there. */
    public static Violation invalid(String field, String text) {
        return new Violation(field, text, false, true);
    }

    /** Something that is refused for not being there. */
    public static Violation missing(String field, String text) {
        return new Violation(field, text, true, true);
    }

    /** What a gateway refuses first: that something is missing, else whatever is wrong. */
    public static Optional<Violation> first(List<Violation> violations) {
        return violations.stream()
                .filter(Violation::refused)
                .min(Comparator.comparing(violation -> !violation.missing()));
    }

    @Override
    public String toString() {
        return "Violation[field=" + field + ", missing=" + missing + ", refused=" + refused + "]";
    }
}
