package io.github.mpesasdk.runtime;

import java.util.regex.Pattern;

/**
 * A word that a gateway does not take in an address, in any case of letters.
 *
 * @param text the word
 * @param pattern finds it: alone, or as a part of another word too
 */
record ForbiddenWord(String text, Pattern pattern) {

    private static final String NO_LETTER_BEFORE = "(?<![a-z0-9])";
    private static final String NO_LETTER_BEHIND = "(?![a-z0-9])";

    /** A word as the spec writes it: {@code *mpesa*} is found inside other words, {@code exe} only alone. */
    static ForbiddenWord of(String written) {
        boolean anywhere = written.startsWith("*") && written.endsWith("*") && written.length() > 2;
        String text = anywhere ? written.substring(1, written.length() - 1) : written;
        String quoted = Pattern.quote(text);
        String expression = anywhere ? quoted : NO_LETTER_BEFORE + quoted + NO_LETTER_BEHIND;
        return new ForbiddenWord(text, Pattern.compile(expression, Pattern.CASE_INSENSITIVE));
    }

    boolean isIn(String address) {
        return pattern.matcher(address).find();
    }
}
