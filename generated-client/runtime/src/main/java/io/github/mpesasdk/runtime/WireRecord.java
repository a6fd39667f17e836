package io.github.mpesasdk.runtime;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Violation;
import java.util.List;

/** A generated record: one JSON object of a spec, immutable and safe to share between threads. */
public interface WireRecord {

    /**
     * Each rule of the spec that this object breaks, or an object inside it; what only gateways send has none to break.
     */
    default List<Violation> broken() {
        return List.of();
    }

    /**
     * Checks every rule that the spec states for this object and the objects inside it.
     *
     * @throws InvalidInputException naming each field that breaks a rule, and the rule
     */
    default void check() {
        List<Violation> broken = broken();
        if (!broken.isEmpty()) {
            throw new InvalidInputException(getClass().getSimpleName(), broken);
        }
    }

    /**
     * Fields that the spec does not know, or whose value was of no readable type. Never lost, never shown by
     * {@code toString}.
     */
    UnknownFields unknownFields();
}
