package io.github.mpesasdk.runtime;

import io.github.mpesasdk.Evidence;
import io.github.mpesasdk.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a spec demands of one field: whether it must be there, and how its wire text must look. Immutable. */
public final class Rule {

    private final String field;
    private final boolean required;
    private final @Nullable Integer minimumLength;
    private final @Nullable Integer maximumLength;
    private final @Nullable SpecPattern pattern;
    private final @Nullable String hint;
    private final @Nullable BigDecimal minimum;
    private final @Nullable BigDecimal maximum;
    private final List<ForbiddenWord> forbiddenWords;
    private final List<Narrowing> narrowings;
    private final @Nullable SpecPattern testValues;
    private final Map<String, Evidence> evidence;

    /** A narrower pattern that holds while another field has a certain value. */
    private record Narrowing(String otherField, String otherValue, SpecPattern pattern) {}

    private Rule(Builder builder) {
        this.field = builder.field;
        this.required = builder.required;
        this.minimumLength = builder.minimumLength;
        this.maximumLength = builder.maximumLength;
        this.pattern = builder.pattern;
        this.hint = builder.hint;
        this.minimum = builder.minimum;
        this.maximum = builder.maximum;
        this.forbiddenWords = List.copyOf(builder.forbiddenWords);
        this.narrowings = List.copyOf(builder.narrowings);
        this.testValues = builder.testValues;
        this.evidence = Map.copyOf(builder.evidence);
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

    /**
     * Adds each demand that a text breaks, and quotes nothing of the text: it may be secret. What is blank says
     * nothing, and no caller may lift what forbids it.
     */
    void judge(String text, List<Violation> broken) {
        int length = text.codePointCount(0, text.length());
        if (minimumLength != null && (length < minimumLength || (minimumLength > 0 && isBlank(text)))) {
            broken.add(violation(tooShort(text, length), isLiftable("minLength", text)));
        }
        if (maximumLength != null && length > maximumLength) {
            broken.add(violation(
                    "must have at most " + maximumLength + " characters, has " + length,
                    isLiftable("maxLength", text)));
        }
        if (pattern != null && !pattern.isIn(text)) {
            broken.add(
                    violation(hint != null ? "must be " + hint : "must match " + pattern, isLiftable("pattern", text)));
        }
        if (minimum != null || maximum != null) {
            judgeRange(text, broken);
        }
        if (!forbiddenWords.isEmpty()) {
            judgeWords(ForbiddenWord.folded(text), broken);
        }
    }

    private String tooShort(String text, int length) {
        if (length == 0) {
            return "must not be empty";
        }
        return isBlank(text)
                ? "must not be blank"
                : "must have at least " + minimumLength + " characters, has " + length;
    }

    // People paste blanks that break no line, too.
    private static boolean isBlank(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (!Character.isWhitespace(character) && !Character.isSpaceChar(character)) {
                return false;
            }
        }
        return true;
    }

    private void judgeWords(String folded, List<Violation> broken) {
        for (ForbiddenWord word : forbiddenWords) {
            if (word.isIn(folded)) {
                broken.add(violation(
                        "must not contain \"" + word.text()
                                + "\": gateways may refuse such an address, or never call it",
                        isLiftable("x-forbidden-words")));
                return;
            }
        }
    }

    /** Whether more is demanded of the text while another field has a certain value. */
    boolean dependsOnOthers() {
        return !narrowings.isEmpty();
    }

    /** Adds each narrower pattern that a text breaks, given the texts of all fields. */
    void judgeAmong(Function<String, @Nullable String> present, String text, List<Violation> broken) {
        if (testValues != null && testValues.isIn(text)) {
            return;
        }
        for (Narrowing narrowing : narrowings) {
            if (narrowing.otherValue().equals(present.apply(narrowing.otherField()))
                    && !narrowing.pattern().isIn(text)) {
                broken.add(violation(
                        "must match " + narrowing.pattern() + " when " + narrowing.otherField() + " is "
                                + narrowing.otherValue(),
                        isLiftable("x-pattern-by")));
            }
        }
    }

    private void judgeRange(String text, List<Violation> broken) {
        BigDecimal number = Adapters.decimal(text);
        if (number == null) {
            broken.add(violation("must be a number", false));
        } else if (minimum != null && number.compareTo(minimum) < 0) {
            broken.add(violation(
                    "must be at least " + Adapters.plain(minimum), isLiftable("minimum") || isLiftable("x-minimum")));
        } else if (maximum != null && number.compareTo(maximum) > 0) {
            broken.add(violation(
                    "must be at most " + Adapters.plain(maximum), isLiftable("maximum") || isLiftable("x-maximum")));
        }
    }

    private Violation violation(String words, boolean liftable) {
        return new Violation(field, field, words, liftable);
    }

    private boolean isLiftable(String limit, String text) {
        return isLiftable(limit) && !isBlank(text);
    }

    // Without a word about its evidence a limit stands, and so does one that a gateway was seen to enforce.
    private boolean isLiftable(String limit) {
        Evidence found = evidence.get(limit);
        return found != null && found != Evidence.CAPTURED;
    }

    /** Collects the demands of a spec on one field. */
    public static final class Builder {
        private final String field;
        private boolean required;
        private @Nullable Integer minimumLength;
        private @Nullable Integer maximumLength;
        private @Nullable SpecPattern pattern;
        private @Nullable String hint;
        private @Nullable BigDecimal minimum;
        private @Nullable BigDecimal maximum;
        private List<ForbiddenWord> forbiddenWords = List.of();
        private final List<Narrowing> narrowings = new ArrayList<>();
        private @Nullable SpecPattern testValues;
        private final Map<String, Evidence> evidence = new HashMap<>();

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
            this.pattern = new SpecPattern(regularExpression);
            return this;
        }

        /** Narrower patterns, of which the one for the value of another field holds as well. */
        public Builder patternsBy(String otherField, Map<String, String> patternsByValue) {
            patternsByValue.forEach(
                    (value, pattern) -> narrowings.add(new Narrowing(otherField, value, new SpecPattern(pattern))));
            return this;
        }

        /** Values of the operator's sandbox, which no narrower pattern has to fit. */
        public Builder testValues(String regularExpression) {
            this.testValues = new SpecPattern(regularExpression);
            return this;
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

        /** Words that must not occur, in any case of letters; between stars, not even as a part of another word. */
        public Builder forbiddenWords(String... words) {
            this.forbiddenWords = new ArrayList<>();
            for (String word : words) {
                forbiddenWords.add(ForbiddenWord.of(word));
            }
            return this;
        }

        /** How sure a limit is, by its name in the spec: {@code maxLength}, {@code documented}. */
        public Builder evidence(String limit, String grade) {
            evidence.put(limit, Evidence.of(grade));
            return this;
        }

        public Rule build() {
            return new Rule(this);
        }
    }
}
