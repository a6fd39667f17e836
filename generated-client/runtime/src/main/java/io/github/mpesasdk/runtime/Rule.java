package io.github.mpesasdk.runtime;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a spec demands of one field: whether it must be there, and how its wire text must look. Immutable. */
public final class Rule {

    private final String field;
    private final boolean required;
    private final @Nullable Integer minimumLength;
    private final @Nullable Integer maximumLength;
    private final @Nullable Pattern pattern;
    private final @Nullable String hint;
    private final @Nullable BigDecimal minimum;
    private final @Nullable BigDecimal maximum;
    private final List<String> forbiddenWords;
    private final List<Narrowing> narrowings;
    private final @Nullable Pattern testValues;

    /** A narrower pattern that holds while another field has a certain value. */
    private record Narrowing(String otherField, String otherValue, Pattern pattern) {}

    private Rule(Builder builder) {
        this.field = builder.field;
        this.required = builder.required;
        this.minimumLength = builder.minimumLength;
        this.maximumLength = builder.maximumLength;
        this.pattern = builder.pattern;
        this.hint = builder.hint;
        this.minimum = builder.minimum;
        this.maximum = builder.maximum;
        this.forbiddenWords = builder.forbiddenWords;
        this.narrowings = List.copyOf(builder.narrowings);
        this.testValues = builder.testValues;
    }

    /** Starts the rule of a field, by its wire name. */
    public static Builder of(String field) {
        return new Builder(field);
    }

    String field() {
        return field;
    }

    boolean isRequired() {
        return required;
    }

    /** Reports each demand that a text breaks. Reports never quote the text: it may be secret. */
    void judge(String text, Consumer<String> report) {
        int length = text.codePointCount(0, text.length());
        if (minimumLength != null && length < minimumLength) {
            report.accept("must have at least " + minimumLength + " characters, has " + length);
        }
        if (maximumLength != null && length > maximumLength) {
            report.accept("must have at most " + maximumLength + " characters, has " + length);
        }
        if (pattern != null && !pattern.matcher(text).find()) {
            report.accept(hint != null ? "must be " + hint : "must match " + pattern);
        }
        if (minimum != null || maximum != null) {
            judgeRange(text, report);
        }
        String small = text.toLowerCase(Locale.ROOT);
        forbiddenWords.stream()
                .filter(small::contains)
                .findFirst()
                .ifPresent(word -> report.accept("must not contain \"" + word + "\": the gateway refuses it"));
    }

    /** Reports each narrower pattern that a text breaks, given the texts of all fields. */
    void judgeAmong(Map<String, String> present, String text, Consumer<String> report) {
        if (testValues != null && testValues.matcher(text).find()) {
            return;
        }
        narrowings.stream()
                .filter(narrowing -> narrowing.otherValue().equals(present.get(narrowing.otherField())))
                .filter(narrowing -> !narrowing.pattern().matcher(text).find())
                .forEach(narrowing -> report.accept("must match " + narrowing.pattern() + " when "
                        + narrowing.otherField() + " is " + narrowing.otherValue()));
    }

    private void judgeRange(String text, Consumer<String> report) {
        BigDecimal number = Adapters.decimal(text);
        if (number == null) {
            report.accept("must be a number");
        } else if (minimum != null && number.compareTo(minimum) < 0) {
            report.accept("must be at least " + Adapters.plain(minimum));
        } else if (maximum != null && number.compareTo(maximum) > 0) {
            report.accept("must be at most " + Adapters.plain(maximum));
        }
    }

    /** Collects the demands of a spec on one field. */
    public static final class Builder {
        private final String field;
        private boolean required;
        private @Nullable Integer minimumLength;
        private @Nullable Integer maximumLength;
        private @Nullable Pattern pattern;
        private @Nullable String hint;
        private @Nullable BigDecimal minimum;
        private @Nullable BigDecimal maximum;
        private List<String> forbiddenWords = List.of();
        private final List<Narrowing> narrowings = new ArrayList<>();
        private @Nullable Pattern testValues;

        private Builder(String field) {
            this.field = field;
        }

        public Builder required() {
            this.required = true;
            return this;
        }

        public Builder minimumLength(int characters) {
            this.minimumLength = characters;
            return this;
        }

        public Builder maximumLength(int characters) {
            this.maximumLength = characters;
            return this;
        }

        public Builder pattern(String regularExpression) {
            this.pattern = compiled(regularExpression);
            return this;
        }

        /** Narrower patterns, of which the one for the value of another field holds as well. */
        public Builder patternsBy(String otherField, Map<String, String> patternsByValue) {
            patternsByValue.forEach(
                    (value, pattern) -> narrowings.add(new Narrowing(otherField, value, compiled(pattern))));
            return this;
        }

        /** Values of the operator's sandbox, which no narrower pattern has to fit. */
        public Builder testValues(String regularExpression) {
            this.testValues = compiled(regularExpression);
            return this;
        }

        private static Pattern compiled(String regularExpression) {
            return Pattern.compile(endOfText(regularExpression));
        }

        // In a spec, $ is the end of the text; Java's $ would let a line break follow.
        private static String endOfText(String regularExpression) {
            boolean anchored = regularExpression.endsWith("$") && !regularExpression.endsWith("\\$");
            return anchored
                    ? regularExpression.substring(0, regularExpression.length() - 1) + "\\z"
                    : regularExpression;
        }

        /** The pattern in words, for the error message. */
        public Builder hint(String words) {
            this.hint = words;
            return this;
        }

        public Builder minimum(String number) {
            this.minimum = new BigDecimal(number);
            return this;
        }

        public Builder maximum(String number) {
            this.maximum = new BigDecimal(number);
            return this;
        }

        /** Words that must not occur, in any case of letters. */
        public Builder forbiddenWords(String... words) {
            this.forbiddenWords = List.of(words);
            return this;
        }

        public Rule build() {
            return new Rule(this);
        }
    }
}
