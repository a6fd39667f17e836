package io.github.mpesasdk.runtime;

import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A regular expression of a spec. Thread-safe. */
final class SpecPattern {

    private static final String NO_TEXT = "";

    private final String written;
    private final Pattern pattern;
    // A matcher costs more than most matches, so one that nobody uses is kept.
    private final AtomicReference<@Nullable Matcher> idle = new AtomicReference<>();

    SpecPattern(String regularExpression) {
        this.written = regularExpression;
        this.pattern = Pattern.compile(endOfText(regularExpression));
    }

    // In a spec, $ is the end of the text; Java's $ would let a line break follow.
    private static String endOfText(String regularExpression) {
        boolean anchored = regularExpression.endsWith("$") && !regularExpression.endsWith("\\$");
        return anchored ? regularExpression.substring(0, regularExpression.length() - 1) + "\\z" : regularExpression;
    }

    /** Whether it is found in a text. */
    boolean isIn(String text) {
        Matcher kept = idle.getAndSet(null);
        Matcher matcher = kept == null ? pattern.matcher(text) : kept.reset(text);
        boolean found = matcher.find();
        // The text may be secret.
        idle.set(matcher.reset(NO_TEXT));
        return found;
    }

    @Override
    public String toString() {
        return written;
    }
}
