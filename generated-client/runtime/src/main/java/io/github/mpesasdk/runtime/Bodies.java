package io.github.mpesasdk.runtime;

import java.util.List;
import java.util.Set;

/**
 * How every body that a gateway sends is told from the others; the spec's {@code x-bodies}. The first shape that fits
 * wins. Immutable.
 *
 * @param callbacks what it posts
 * @param answers what it answers, and what is answered to it
 * @param absent texts that stand where there is no value
 * @param present fields of which such a text is a value all the same
 * @param <E> the callback types of the API
 */
public record Bodies<E>(
        List<Shape<? extends E>> callbacks, List<Shape<?>> answers, Set<String> absent, Set<String> present) {

    public Bodies {
        callbacks = List.copyOf(callbacks);
        answers = List.copyOf(answers);
        absent = Set.copyOf(absent);
        present = Set.copyOf(present);
    }

    /** Whether a text in a field stands for no value. */
    public boolean isAbsent(String field, String text) {
        return text.isBlank() || (absent.contains(text) && !present.contains(field));
    }
}
