package io.github.mpesasdk.runtime;

import io.github.mpesasdk.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks one record against the rules of its spec and reports everything that is wrong at once. */
public final class Checks {

    /** What is said of a number that is too long to be written. */
    public static final String TOO_MANY_DIGITS = "has more digits than any amount";

    private static final int MOST_VALUES_NAMED = 12;
    private static final int FEW = 16;

    private final UnknownFields unknown;
    private final List<Violation> violations = new ArrayList<>(0);
    // The fields that have a value, and their texts at the same places: a record has few.
    private final List<String> present = new ArrayList<>(FEW);
    private final List<String> texts = new ArrayList<>(FEW);
    private final List<Judged> judged = new ArrayList<>(0);

    private record Judged(Rule rule, String text) {}

    private Checks(UnknownFields unknown) {
        this.unknown = unknown;
    }

    /**
     * Starts the checks of a record.
     *
     * @param unknown among them, values of another type than the spec gives their fields
     */
    public static Checks of(UnknownFields unknown) {
        return new Checks(unknown);
    }

    /** Judges one field: text, number, URI, enum, nested record or list of these. */
    public Checks field(Rule rule, @Nullable Object value) {
        if (value == null) {
            if (unknown.has(rule.field())) {
                report(rule.field(), "has a value of another type than the spec gives it");
            } else if (rule.isRequired()) {
                report(rule.field(), "is required");
            }
        } else if (value instanceof List<?> list) {
            note(rule.field(), "");
            for (Object element : list) {
                judge(rule, element);
            }
        } else {
            judge(rule, value);
        }
        return this;
    }

    private void judge(Rule rule, Object value) {
        if (value instanceof WireRecord nested) {
            note(rule.field(), "");
            judgeNested(rule.field(), nested);
        } else if (value instanceof OpenEnum constant && !constant.isKnown()) {
            note(rule.field(), "");
            report(rule.field(), "must be one of " + listed(constant));
        } else if (value instanceof BigDecimal amount && !Adapters.isOrdinary(amount)) {
            note(rule.field(), "");
            report(rule.field(), TOO_MANY_DIGITS);
        } else {
            String text = wireText(value);
            note(rule.field(), text);
            if (hasHalfCharacter(text)) {
                report(rule.field(), "has half a character: a surrogate without the other that belongs to it");
                return;
            }
            rule.judge(text, violations);
            if (rule.dependsOnOthers()) {
                judged.add(new Judged(rule, text));
            }
        }
    }

    private void note(String field, String text) {
        present.add(field);
        texts.add(text);
    }

    // A list is judged element by element; the last one counts.
    private @Nullable String text(String field) {
        int at = present.lastIndexOf(field);
        return at < 0 ? null : texts.get(at);
    }

    /** Whether a text has a surrogate without its other half, which would arrive as another text than was written. */
    public static boolean hasHalfCharacter(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                boolean isWhole =
                        at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
                if (!isWhole) {
                    return true;
                }
                at++;
            }
        }
        return false;
    }

    private static String listed(OpenEnum constant) {
        List<? extends OpenEnum> listed = constant.listed();
        int more = listed.size() - MOST_VALUES_NAMED;
        String named =
                listed.stream().limit(MOST_VALUES_NAMED).map(OpenEnum::value).collect(Collectors.joining(", "));
        return more > 0 ? named + " and " + more + " more" : named;
    }

    private void judgeNested(String field, WireRecord nested) {
        for (Violation inner : nested.broken()) {
            String path = field + "." + inner.wireName();
            violations.add(new Violation(path, path, inner.rule(), inner.liftable()));
        }
    }

    private static String wireText(Object value) {
        if (value instanceof BigDecimal amount) {
            return Adapters.plain(amount);
        }
        return value instanceof TextOrNumber either ? either.text() : value.toString();
    }

    /** At least one of these fields must have a value. */
    public Checks requiresOneOf(String... fields) {
        if (Arrays.stream(fields).noneMatch(present::contains)) {
            report(String.join(" or ", fields), "is required: give at least one");
        }
        return this;
    }

    /** A field is required if another has one of these values. */
    public Checks requiredWhen(String field, String otherField, String... otherValues) {
        String other = text(otherField);
        if (other != null && Arrays.asList(otherValues).contains(other) && !present.contains(field)) {
            report(field, "is required when " + otherField + " is " + other);
        }
        return this;
    }

    /** A field must not be given if another has one of these values. */
    public Checks forbiddenWhen(String field, String otherField, String... otherValues) {
        String other = text(otherField);
        if (other != null && Arrays.asList(otherValues).contains(other) && present.contains(field)) {
            report(field, "must be left out when " + otherField + " is " + other);
        }
        return this;
    }

    /** A field must not be given alone, without another. */
    public Checks forbiddenWithout(String field, String otherField) {
        if (present.contains(field) && !present.contains(otherField)) {
            report(field, "must be left out unless " + otherField + " is given");
        }
        return this;
    }

    /** A time must not lie before another that is written in the same way, from the year down. */
    public Checks notBefore(String field, String otherField) {
        String time = text(field);
        String other = text(otherField);
        if (isRight(field)
                && isRight(otherField)
                && time != null
                && other != null
                && time.length() == other.length()
                && time.compareTo(other) < 0) {
            report(field, "must not be before " + otherField);
        }
        return this;
    }

    // What is not even a time can be compared with none.
    private boolean isRight(String field) {
        return violations.stream().noneMatch(found -> found.wireName().equals(field));
    }

    private void report(String field, String rule) {
        violations.add(new Violation(field, rule));
    }

    /** Ends the checks with everything that was wrong. */
    public List<Violation> found() {
        // Only now every other field is known.
        for (Judged one : judged) {
            one.rule().judgeAmong(this::text, one.text(), violations);
        }
        return List.copyOf(violations);
    }
}
