package io.github.mpesasdk.runtime;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cleans text that a gateway wrote before anybody sees it. What could be a secret or a phone number goes, even if it
 * was neither: gateways echo tokens and numbers in error messages.
 */
public final class CleanText {

    // Tokens, ids and base64: long, and with a digit, so that plain words survive.
    private static final Pattern LONG_AND_MIXED = Pattern.compile("(?=[A-Za-z+/=_.\\-]*\\d)[A-Za-z0-9+/=_.\\-]{16,}");
    private static final Pattern DIGITS = Pattern.compile("\\d[\\d* -]{5,}\\d");
    private static final Pattern AFTER_INVALID_TOKEN =
            Pattern.compile("(?i)(invalid access token\\s*-\\s*)(?!invalid)\\S+");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");
    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed();
    private static final int LONGEST = 300;
    private static final int LONGEST_SEARCHED = 4_000;

    private CleanText() {}

    /** The text without anything that looks sensitive; at most 300 characters. */
    public static String of(String text) {
        return of(text, List.of());
    }

    /** The text without anything that looks sensitive, and without these secrets; at most 300 characters. */
    public static String of(String text, Collection<String> secrets) {
        String clean = text;
        // The longest first: a secret inside another one must not leave the rest of it standing.
        for (String secret : secrets.stream().sorted(LONGEST_FIRST).toList()) {
            if (!secret.isEmpty()) {
                clean = clean.replace(secret, Masked.MASK);
            }
        }
        // The patterns take time that grows with the square of the length, and gateways send whole error pages.
        clean = clean.substring(0, Math.min(clean.length(), LONGEST_SEARCHED));
        clean = AFTER_INVALID_TOKEN.matcher(clean).replaceAll("$1***");
        clean = EMAIL.matcher(clean).replaceAll("***");
        clean = LONG_AND_MIXED.matcher(clean).replaceAll("***");
        clean = DIGITS.matcher(clean).replaceAll("***");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "...";
    }
}
