package io.github.mpesasdk;

import java.io.Serializable;

/**
 * One rule that an input breaks. Never quotes the value: it may be secret or personal.
 *
 * @param field the field, by the name the caller used or the wire name
 * @param rule the rule in words
 */
public record Violation(String field, String rule) implements Serializable {

    @Override
    public String toString() {
        return field + " " + rule;
    }
}
