package io.github.mpesasdk.runtime;

/**
 * A word that a gateway does not take in an address, in any case of letters.
 *
 * @param text the word
 * @param anywhere whether it counts as a part of another word, too
 */
record ForbiddenWord(String text, boolean anywhere) {

    /** A word as the spec writes it: {@code *mpesa*} is found inside other words, {@code exe} only alone. */
    static ForbiddenWord of(String written) {
        boolean anywhere = written.startsWith("*") && written.endsWith("*") && written.length() > 2;
        return new ForbiddenWord(anywhere ? written.substring(1, written.length() - 1) : written, anywhere);
    }

    boolean isIn(String address) {
        int last = address.length() - text.length();
        for (int at = 0; at <= last; at++) {
            if (address.regionMatches(true, at, text, 0, text.length())
                    && (anywhere || isAlone(address, at, at + text.length()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAlone(String address, int start, int end) {
        return (start == 0 || !isOfWord(address.charAt(start - 1)))
                && (end == address.length() || !isOfWord(address.charAt(end)));
    }

    private static boolean isOfWord(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }
}
