package io.github.mpesasdk.runtime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A regular expression of a spec. Thread-safe. */
final class SpecPattern {

    private static final String NO_TEXT = "";

    private final String written;
    // A matcher costs more than most matches.
    private final Spare<Matcher> matcher;

    SpecPattern(String regularExpression) {
        this.written = regularExpression;
        Pattern pattern = Pattern.compile(endOfText(regularExpression));
        this.matcher = new Spare<>(() -> pattern.matcher(NO_TEXT));
    }

    // In a spec, $ is the end of the text; Java's $ would let a line break follow.
    private static String endOfText(String regularExpression) {
        boolean anchored = regularExpression.endsWith("$") && !regularExpression.endsWith("\\$");
        return anchored ? regularExpression.substring(0, regularExpression.length() - 1) + "\\z" : regularExpression;
    }

    /** Whether it is found in a text. */
    boolean isIn(String text) {
        Matcher mine = matcher.take();
        boolean found = mine.reset(text).find();
        // The text may be secret.
        mine.reset(NO_TEXT);
        matcher.give(mine);
        return found;
    }

    @Override
    public String toString() {
        return written;
    }
}
