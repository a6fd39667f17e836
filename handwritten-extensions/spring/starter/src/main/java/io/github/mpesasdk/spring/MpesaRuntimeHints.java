package io.github.mpesasdk.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * What a native image has to keep. The clients themselves use no reflection; the journal reads its tables from SQL
 * files.
 */
final class MpesaRuntimeHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        hints.resources().registerPattern("io/github/mpesasdk/journal/jdbc/*/*.sql");
    }
}
