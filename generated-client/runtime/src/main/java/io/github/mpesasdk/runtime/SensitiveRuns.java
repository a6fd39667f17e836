package io.github.mpesasdk.runtime;

import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides runs of characters that could be a token, an e-mail address or a phone number. Looks at each a few times. */
final class SensitiveRuns {

    // Tokens, ids and base64 are long and have a digit, so that plain words survive; no word is longer than that.
    private static final int SHORTEST_TOKEN = 16;
    private static final int LONGEST_WORD = 48;
    // Short codes and tills have up to seven digits; the shortest numbers of the markets have eight.
    private static final int SHORTEST_NUMBER = 8;
    // As in +254 (0)7...: more between two digits are two numbers.
    private static final int MOST_SEPARATORS = 3;
    private static final String TOKEN = "+/=_.-";
    private static final String SEPARATORS = " .-/()*_+'|\\~\u00B7\u2022";
    // Kenya's codes, such as 400.002.02: three digits of an HTTP status, and two more groups.
    private static final Pattern ERROR_CODE = Pattern.compile("[45]\\d\\d\\.\\d{3}\\.\\d{2,4}(?![\\d*]|[.\\-/]\\d)");

    private SensitiveRuns() {}

    static String masked(String text) {
        String withoutMail = replaced(text, character -> " <>".indexOf(character) < 0, SensitiveRuns::isMail);
        String withoutTokens = replaced(withoutMail, SensitiveRuns::isOfToken, SensitiveRuns::isToken);
        return withoutNumbers(withoutTokens);
    }

    private interface Test {
        boolean hides(String run);
    }

    /** The text with a mask for each longest run of such characters that a test hides. */
    private static String replaced(String text, IntPredicate belongs, Test test) {
        StringBuilder clean = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && belongs.test(text.charAt(end))) {
                end++;
            }
            String run = text.substring(at, end);
            clean.append(!run.isEmpty() && test.hides(run) ? Masked.MASK : run);
            if (end < text.length()) {
                clean.append(text.charAt(end));
            }
            at = end + 1;
        }
        return clean.toString();
    }

    private static boolean isMail(String run) {
        int at = run.indexOf('@');
        return at > 0 && at < run.length() - 1;
    }

    private static boolean isOfToken(int character) {
        return isDigit(character)
                || isBetween(character, 'a', 'z')
                || isBetween(character, 'A', 'Z')
                || TOKEN.indexOf(character) >= 0;
    }

    private static boolean isToken(String run) {
        boolean hasDigit = run.chars().anyMatch(SensitiveRuns::isDigit);
        return run.length() >= (hasDigit ? SHORTEST_TOKEN : LONGEST_WORD);
    }

    private static boolean isDigit(int character) {
        return isBetween(character, '0', '9');
    }

    private static boolean isBetween(int character, char first, char last) {
        return first <= character && character <= last;
    }

    private static String withoutNumbers(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        Matcher code = ERROR_CODE.matcher(text);
        int at = 0;
        while (at < text.length()) {
            int end = at + 1;
            if (isDigit(text.charAt(at))) {
                boolean isCode = code.region(at, text.length()).lookingAt();
                end = isCode ? code.end() : endOfNumber(text, at);
                clean.append(isCode || digits(text, at, end) < SHORTEST_NUMBER ? text.substring(at, end) : Masked.MASK);
            } else {
                clean.append(text.charAt(at));
            }
            at = end;
        }
        return clean.toString();
    }

    /** Behind the last digit that separators and nothing else part from the first. */
    private static int endOfNumber(String text, int start) {
        int end = start + 1;
        int separators = 0;
        for (int at = end; at < text.length() && separators <= MOST_SEPARATORS; at++) {
            char character = text.charAt(at);
            if (isDigit(character)) {
                end = at + 1;
                separators = 0;
            } else if (isSeparator(text, at)) {
                // Stars stand for digits that somebody has hidden already.
                separators += character == '*' ? 0 : 1;
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean isSeparator(String text, int at) {
        char character = text.charAt(at);
        // A colon parts a number only from the inside; behind a word or a code comes a blank.
        boolean colon = character == ':' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
        return colon || SEPARATORS.indexOf(character) >= 0;
    }

    private static int digits(String text, int start, int end) {
        int digits = 0;
        for (int at = start; at < end; at++) {
            digits += isDigit(text.charAt(at)) || text.charAt(at) == '*' ? 1 : 0;
        }
        return digits;
    }
}
