package io.github.mpesasdk.runtime;

import io.github.mpesasdk.Code;
import java.util.Locale;

/** How the words of a gateway are compared with those that an entry of the catalogue asks for. */
final class Words {

    private Words() {}

    /** Whether the entry asks for words at all. */
    static boolean matter(Code entry) {
        return entry.message() != null || entry.words() != null;
    }

    /** Whether these are words that the entry asks for. */
    static boolean fit(Code entry, String said) {
        String part = entry.message();
        String whole = entry.words();
        return (part == null || lower(said).contains(lower(part)))
                && (whole == null || bare(said).equals(bare(whole)));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    // Gateways write the same message with and without a full stop.
    private static String bare(String text) {
        String stripped = lower(text).strip();
        return stripped.endsWith(".")
                ? stripped.substring(0, stripped.length() - 1).strip()
                : stripped;
    }
}
