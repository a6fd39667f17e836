package io.github.mpesasdk.runtime;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cleans text that a gateway wrote before anybody sees it. What could be a secret, a phone number or an e-mail address
 * goes, even if it was neither: gateways echo tokens and numbers in error messages. What is left is one line of at most
 * 300 characters, so that nobody can write lines into a log. Takes time in proportion to the length of the text.
 */
public final class CleanText {

    private static final int LONGEST = 300;
    // Of a longer text, such as an error page, the end is not looked at.
    private static final int LONGEST_SEARCHED = 4_000;
    private static final String CUT = "...";
    private static final Pattern NAMED_TOKEN =
            Pattern.compile("(?i)(invalid access token ?- ?(?!invalid)|\\bbearer (?=\\S{16}))\\S+");
    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed();

    private CleanText() {}

    /** The text without anything that looks sensitive. */
    public static String of(String text) {
        return of(text, List.of());
    }

    /** The text without anything that looks sensitive, and without these secrets. */
    public static String of(String text, Collection<String> secrets) {
        String clean = OneLine.ofPlainLetters(without(secrets, text));
        clean = NAMED_TOKEN.matcher(clean).replaceAll("$1" + Masked.MASK);
        return shortened(SensitiveRuns.masked(clean));
    }

    /**
     * A name, an id or a code that a gateway chose and that may be seen: one line of at most 300 characters, otherwise
     * as it came.
     */
    public static String oneLine(String text) {
        return oneLine(text, List.of());
    }

    /** The same without these secrets: for an id that a gateway gave to a request, by which its support finds it. */
    public static String oneLine(String text, Collection<String> secrets) {
        return shortened(OneLine.of(without(secrets, text)));
    }

    private static String without(Collection<String> secrets, String text) {
        // The longest first: a secret inside another one must not leave the rest of it standing.
        List<String> longestFirst = secrets.stream()
                .filter(secret -> !secret.isEmpty())
                .sorted(LONGEST_FIRST)
                .toList();
        int margin = longestFirst.isEmpty() ? 0 : longestFirst.get(0).length();
        boolean isCut = text.length() > LONGEST_SEARCHED + margin;
        String clean = start(text, LONGEST_SEARCHED + margin);
        for (String secret : longestFirst) {
            clean = SentNumber.masked(clean.replace(secret, Masked.MASK), secret);
        }
        // A secret that was cut is not found; it can only be at the end.
        return isCut ? start(clean, Math.max(0, clean.length() - margin)) : clean;
    }

    private static String start(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = LONGEST - CUT.length();
        // Half of a character is none.
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
