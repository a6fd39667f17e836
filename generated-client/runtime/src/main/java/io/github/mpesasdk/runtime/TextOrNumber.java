package io.github.mpesasdk.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A value that gateways send sometimes as a string and sometimes as a number: result codes, amounts, times. Digits are
 * kept exactly as they came. Two values are equal if their texts are. {@code toString} hides the value, for it may be a
 * phone number or a balance.
 */
public final class TextOrNumber {

    /** Reads any JSON value; writes the form that was read. */
    public static final TypeAdapter<TextOrNumber> ADAPTER = new Adapter();

    private final String text;
    private final JsonToken form;

    private TextOrNumber(String text, JsonToken form) {
        this.text = text;
        this.form = form;
    }

    /** A value that is written as a JSON string. */
    public static TextOrNumber of(String text) {
        return new TextOrNumber(text, JsonToken.STRING);
    }

    /** A value that is written as a JSON number. */
    public static TextOrNumber of(long number) {
        return new TextOrNumber(Long.toString(number), JsonToken.NUMBER);
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

    private static final class Adapter extends TypeAdapter<TextOrNumber> {
        @Override
        public TextOrNumber read(JsonReader in) throws IOException {
            JsonToken token = in.peek();
            if (ScalarAdapter.isScalar(token)) {
                return new TextOrNumber(ScalarAdapter.nextText(in), token);
            }
            JsonElement element = JsonParser.parseReader(in);
            return new TextOrNumber(element.toString(), JsonToken.BEGIN_OBJECT);
        }

        @Override
        public void write(JsonWriter out, TextOrNumber value) throws IOException {
            if (value.form == JsonToken.STRING) {
                out.value(value.text);
            } else {
                JsonText.write(out, value.text);
            }
        }
    }
}
