package io.github.mpesasdk;

import java.util.Locale;

/** How sure we are of a fact about the wire; the spec's {@code x-evidence}. */
public enum Evidence {
    /** The operator's own documentation says so. */
    DOCUMENTED,
    /** Somebody captured it from a real gateway. */
    CAPTURED,
    /** One independent source says so. */
    SINGLE_SOURCE,
    /** Our own conclusion; read leniently. */
    INFERRED;

    /** The constant that a spec writes as {@code single-source} and the like. */
    public static Evidence of(String word) {
        return valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
