package io.github.mpesasdk.runtime;

import io.github.mpesasdk.Outcome;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Builds the {@code toString} of a record: sensitive values and unknown fields show that they are there, not what they
 * are.
 */
public final class Masked {

    /** What stands in for a hidden value. */
    public static final String MASK = "***";

    private static final int MOST_UNKNOWN = 20;

    private final StringJoiner text;

    private Masked(String type) {
        this.text = new StringJoiner(", ", type + "[", "]");
    }

    /** Starts the text of a type. */
    public static Masked of(String type) {
        return new Masked(type);
    }

    /**
     * The whole text of a record. What the spec does not call harmless is hidden, if it is text.
     *
     * @param values those of the fields, in their order
     */
    public static String of(String type, RecordAdapter<?> adapter, UnknownFields unknown, @Nullable Object... values) {
        Masked masked = of(type);
        List<Field> fields = adapter.fields();
        for (int i = 0; i < values.length; i++) {
            masked.field(fields.get(i), values[i]);
        }
        return masked.unknown(unknown).toString();
    }

    private void field(Field field, @Nullable Object value) {
        switch (field.sensitivity()) {
            case NONE -> show(field.name(), value);
            case WORDS -> words(field.name(), value);
            case PERSONAL, SECRET -> hide(field.name(), value);
            case UNSAID -> {
                boolean isShown = field.isShown() || (value != null && isHarmless(value));
                masked(field.name(), value, isShown);
            }
        }
    }

    private void masked(String name, @Nullable Object value, boolean isShown) {
        if (isShown) {
            show(name, value);
        } else {
            hide(name, value);
        }
    }

    // Numbers, words of a closed list, and what hides its own parts.
    private static boolean isHarmless(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().allMatch(Masked::isHarmless);
        }
        return value instanceof Number
                || value instanceof Boolean
                || value instanceof WireRecord
                || value instanceof NamedValues
                || (value instanceof OpenEnum word && word.isKnown());
    }

    /** A value that anybody may see. */
    public Masked show(String name, @Nullable Object value) {
        return value == null ? this : add(name, text(value));
    }

    /** The gateway's own words: shown, because they say what is wrong, but cleaned. */
    public Masked words(String name, @Nullable Object value) {
        return value == null ? this : add(name, CleanText.of(text(value)));
    }

    /** A value of which only its presence may be seen. */
    public Masked hide(String name, @Nullable Object value) {
        return value == null ? this : add(name, MASK);
    }

    /** Fields that no spec has judged: hidden, and their names cleaned, for the gateway chose those, too. */
    public Masked unknown(UnknownFields fields) {
        fields.names().stream().limit(MOST_UNKNOWN).forEach(name -> add(CleanText.of(name), MASK));
        int more = fields.names().size() - MOST_UNKNOWN;
        if (more > 0) {
            text.add("and " + more + " more");
        }
        return this;
    }

    private static String text(Object value) {
        if (value instanceof WireRecord || value instanceof NamedValues || value instanceof Outcome) {
            // It has cleaned itself.
            return value.toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Masked::text).collect(Collectors.joining(", ", "[", "]"));
        }
        // Alone it hides itself; here the spec has said that it may be seen. Even so it is a stranger's text, and where
        // a code or a word of state belongs, a phone number may stand.
        return CleanText.of(value instanceof TextOrNumber either ? either.text() : value.toString());
    }

    private Masked add(String name, String shown) {
        text.add(name + "=" + shown);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
