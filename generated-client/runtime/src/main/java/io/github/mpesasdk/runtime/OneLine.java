package io.github.mpesasdk.runtime;

import java.text.Normalizer;

/**
 * Writes a text on one line, with nothing in it that cannot be seen: line breaks of every kind, control characters and
 * the marks that turn the direction of writing could forge what somebody reads in a log.
 */
final class OneLine {

    private OneLine() {}

    /** The text on one line. */
    static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(line, character, character));
        return trimmed(line);
    }

    /**
     * The text on one line, with plain digits, dashes and letters for their wide, small, raised and foreign twins, so
     * that a number is a number however it is written.
     */
    static String ofPlainLetters(String text) {
        StringBuilder line = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .forEach(character -> append(line, character, plain(character)));
        return trimmed(line);
    }

    private static int plain(int character) {
        if (Character.getType(character) == Character.DECIMAL_DIGIT_NUMBER) {
            return '0' + Character.digit(character, 10);
        }
        boolean minus = character == 0x2212 || Character.getType(character) == Character.DASH_PUNCTUATION;
        return minus ? '-' : character;
    }

    private static void append(StringBuilder line, int character, int plain) {
        switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> appendBlank(line);
            // Zero-width marks, marks of direction, halves of characters, and marks that only change the look.
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.ENCLOSING_MARK -> {}
            default -> {
                if (!isVariation(character)) {
                    line.appendCodePoint(plain);
                }
            }
        }
    }

    private static boolean isVariation(int character) {
        return isBetween(character, 0xFE00, 0xFE0F) || isBetween(character, 0xE0100, 0xE01EF);
    }

    private static boolean isBetween(int character, int first, int last) {
        return first <= character && character <= last;
    }

    private static void appendBlank(StringBuilder line) {
        if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
        }
    }

    private static String trimmed(StringBuilder line) {
        return line.toString().stripTrailing();
    }
}
