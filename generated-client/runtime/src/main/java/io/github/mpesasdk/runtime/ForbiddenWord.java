package io.github.mpesasdk.runtime;

import java.util.Locale;

/**
 * A word that a gateway does not take in an address, in any case of letters.
 *
 * @param text the word, in small letters
 * @param anywhere whether it counts as a part of another word, too
 */
record ForbiddenWord(String text, boolean anywhere) {

    /** A word as the spec writes it: {@code *mpesa*} is found inside other words, {@code exe} only alone. */
    static ForbiddenWord of(String written) {
        boolean anywhere = written.startsWith("*") && written.endsWith("*") && written.length() > 2;
        return new ForbiddenWord(folded(anywhere ? written.substring(1, written.length() - 1) : written), anywhere);
    }

    /** An address as words are looked for in it. */
    static String folded(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    boolean isIn(String folded) {
        for (int at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + 1)) {
            if (anywhere || isAlone(folded, at, at + text.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAlone(String folded, int start, int end) {
        return (start == 0 || !isOfWord(folded.charAt(start - 1)))
                && (end == folded.length() || !isOfWord(folded.charAt(end)));
    }

    private static boolean isOfWord(char character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
    }
}
