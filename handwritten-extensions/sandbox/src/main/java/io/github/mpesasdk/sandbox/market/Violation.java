package io.github.mpesasdk.sandbox.market;

/**
 * One thing that the spec has against a request.
 *
 * @param field the top-level field at fault, empty if the request as a whole is
 * @param text what is wrong, in words; it may quote the request
 * @param refused whether the real gateway is known to refuse this, or only the spec is stricter
 */
public record Violation(String field, String text, boolean refused) {

    @Override
    public String toString() {
        return "Violation[field=" + field + ", refused=" + refused + "]";
    }
}
