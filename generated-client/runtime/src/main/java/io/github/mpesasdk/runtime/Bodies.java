package io.github.mpesasdk.runtime;

import java.util.List;
import java.util.Set;

/**
 * How every body that a gateway sends is told from the others; the spec's {@code x-bodies}. The first shape that fits
 * wins. Immutable.
 *
 * @param callbacks what it posts
 * @param answers what it answers, and what is answered to it
 * @param absent texts that stand where there is no value, besides those of {@link NoValue}
 * @param present fields of which such a text is a value all the same
 * @param anySpelling whether a name in another case of letters, or with other blanks, is that of the spec
 * @param <E> the callback types of the API
 */
public record Bodies<E>(
        List<Shape<? extends E>> callbacks,
        List<Shape<?>> answers,
        Set<String> absent,
        Set<String> present,
        boolean anySpelling) {

    public Bodies {
        callbacks = List.copyOf(callbacks);
        answers = List.copyOf(answers);
        absent = Set.copyOf(absent);
        present = Set.copyOf(present);
    }

    /** Bodies whose names are always spelt as in the spec. */
    public Bodies(List<Shape<? extends E>> callbacks, List<Shape<?>> answers, Set<String> absent, Set<String> present) {
        this(callbacks, answers, absent, present, false);
    }

    /** The same with names in any case of letters and with any blanks. */
    public Bodies<E> inAnySpelling() {
        return new Bodies<>(callbacks, answers, absent, present, true);
    }

    /** Whether a text in a field stands for no value. */
    public boolean isAbsent(String field, String text) {
        return text.isBlank() || (!present.contains(field) && (NoValue.is(text) || absent.contains(text.strip())));
    }
}
