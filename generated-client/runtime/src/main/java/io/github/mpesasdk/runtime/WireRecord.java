package io.github.mpesasdk.runtime;

import io.github.mpesasdk.InvalidInputException;

/** A generated record: one JSON object of a spec, immutable and safe to share between threads. */
public interface WireRecord {

    /**
     * Checks every rule that the spec states for this object and the objects inside it; what only gateways send has
     * none.
     *
     * @throws InvalidInputException naming each field that breaks a rule, and the rule
     */
    default void check() {}

    /**
     * Fields that the spec does not know, or whose value was of no readable type. Never lost, never shown by
     * {@code toString}.
     */
    UnknownFields unknownFields();
}
