package io.github.mpesasdk.runtime;

/**
 * Texts that stand where there is no value, in every market: none of them is ever an id, a receipt or an amount. An API
 * may still use one as a code, as Mozambique's does for the state of a transaction; its spec says in which fields, and
 * {@link Bodies} reads it there as a value. Specs that list such a text do so for other languages.
 */
public final class NoValue {

    private static final String NOT_AVAILABLE = "N/A";

    private NoValue() {}

    /** Whether a text is blank, or says that there is nothing. */
    public static boolean is(String text) {
        String bare = text.strip();
        return bare.isEmpty() || bare.equalsIgnoreCase(NOT_AVAILABLE);
    }
}
