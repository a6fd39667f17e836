package io.github.mpesasdk.conformance.languages;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The clients that were compiled, or whose types were checked: once for all tests. */
final class Checked {

    private static final Map<Language, Optional<AssertionError>> CHECKED = new EnumMap<>(Language.class);

    private Checked() {}

    /**
     * Fails if the client of a language, or a program that uses it, does not compile; each test tells what is wrong.
     */
    static synchronized void client(Language language) throws IOException {
        if (!CHECKED.containsKey(language)) {
            language.copyDriver();
            CHECKED.put(language, failure(language));
        }
        CHECKED.get(language).ifPresent(failure -> {
            throw new AssertionError("the client does not compile", failure);
        });
    }

    private static Optional<AssertionError> failure(Language language) {
        try {
            language.check().succeeds(language.environment());
            return Optional.empty();
        } catch (AssertionError failure) {
            return Optional.of(failure);
        }
    }
}
