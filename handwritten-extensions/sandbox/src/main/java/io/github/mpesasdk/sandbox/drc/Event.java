package io.github.mpesasdk.sandbox.drc;

import io.github.mpesasdk.sandbox.market.OpenApiSpec;
import io.github.mpesasdk.sandbox.market.SpecOperation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where a message is understood, and how it is written: {@code x-event} of the spec.
 *
 * @param path where it goes
 * @param dates the items of another type than text
 */
record Event(String path, Collection<?> dates) {

    static final OpenApiSpec MESSAGES = OpenApiSpec.of("io/github/mpesasdk/specs/drc/messages.yaml");

    static Event of(SpecOperation operation) {
        Map<?, ?> event = (Map<?, ?>) Objects.requireNonNull(operation.extension("x-event"), operation.id());
        return new Event(
                String.valueOf(event.get("at")), event.get("dates") instanceof Collection<?> dates ? dates : List.of());
    }

    /** Where an operation is, by its id. */
    static String pathOf(String operationId) {
        return MESSAGES.operations().stream()
                .filter(operation -> operation.id().equals(operationId))
                .map(operation -> of(operation).path())
                .findFirst()
                .orElseThrow();
    }

    /** Whether anything is understood at a path. */
    static boolean knows(String path) {
        return MESSAGES.operations().stream()
                .anyMatch(operation -> of(operation).path().equals(path));
    }

    /** The type of an item. */
    String typeOf(String item) {
        return dates.contains(item) ? "Date" : "String";
    }
}
