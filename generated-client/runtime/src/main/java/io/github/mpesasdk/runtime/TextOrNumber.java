package io.github.mpesasdk.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that gateways send sometimes as a string and sometimes as a number: result codes, amounts, times. Digits are
 * kept exactly as they came. Two values are equal if their texts are. {@code toString} hides the value, for it may be a
 * phone number or a balance.
 */
public final class TextOrNumber {

    /** Reads any JSON value; writes the form that was read. */
    public static final WireAdapter<TextOrNumber> ADAPTER = new Adapter();

    private final String text;
    private final @Nullable JsonElement element;

    /** @param element what it is on the wire; null for a string */
    private TextOrNumber(String text, @Nullable JsonElement element) {
        this.text = text;
        this.element = element;
    }

    /** A value that is written as a JSON string. */
    public static TextOrNumber of(String text) {
        return new TextOrNumber(text, null);
    }

    /** A value that is written as a JSON number. */
    public static TextOrNumber of(long number) {
        return new TextOrNumber(Long.toString(number), new JsonPrimitive(number));
    }

    /** The text as it came, digits untouched; the JSON of an object or array. */
    public String text() {
        return text;
    }

    /** The text as a decimal, or empty where it is none. */
    public Optional<BigDecimal> decimal() {
        return Optional.ofNullable(Adapters.decimal(text));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextOrNumber that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return Masked.MASK;
    }

    private static final class Adapter extends WireAdapter<TextOrNumber> {
        @Override
        public TextOrNumber fromTree(JsonElement element) {
            return new TextOrNumber(
                    element.isJsonPrimitive() ? element.getAsString() : element.toString(),
                    element instanceof JsonPrimitive primitive && primitive.isString() ? null : element);
        }

        @Override
        public JsonElement toTree(TextOrNumber value) {
            return value.element == null ? new JsonPrimitive(value.text) : value.element.deepCopy();
        }
    }
}
