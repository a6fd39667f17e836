package io.github.mpesasdk.runtime;

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

    /** A value that anybody may see. */
    public Masked show(String name, @Nullable Object value) {
        return value == null ? this : add(name, text(value));
    }

    /** A value that the spec marks secret. */
    public Masked secret(String name, @Nullable Object value) {
        return hide(name, value);
    }

    /** A value that the spec marks personal. */
    public Masked personal(String name, @Nullable Object value) {
        return hide(name, value);
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
        if (value instanceof WireRecord || value instanceof NamedValues) {
            // It has cleaned itself.
            return value.toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Masked::text).collect(Collectors.joining(", ", "[", "]"));
        }
        // Alone it hides itself; here the spec has said that it may be seen. Even so it is a stranger's text, and must
        // not write lines into a log.
        return CleanText.oneLine(value instanceof TextOrNumber either ? either.text() : value.toString());
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
