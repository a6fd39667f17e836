package io.github.mpesasdk.cli;

import java.util.Locale;

/** How the specs write the constants of the SDK. */
final class SpecWord {

    private SpecWord() {}

    /** {@code single-source} for {@code SINGLE_SOURCE}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
