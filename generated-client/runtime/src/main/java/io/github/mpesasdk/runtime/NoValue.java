package io.github.mpesasdk.runtime;

/**
 * Texts that stand where there is no value. These hold in every market, since none of them is ever an id, a code or an
 * amount; what one API writes besides is in its spec, see {@link Bodies}.
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
