package io.github.mpesasdk.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value from a JSON string, number or boolean alike, because gateways swap them; writes it in one form.
 *
 * @param <T> the Java type
 */
public final class ScalarAdapter<T> extends WireAdapter<T> {

    private enum Form {
        STRING,
        NUMBER,
        BOOLEAN
    }

    private final Form form;
    private final Function<String, @Nullable T> parse;
    private final Function<T, String> print;

    private ScalarAdapter(Form form, Function<String, @Nullable T> parse, Function<T, String> print) {
        this.form = form;
        this.parse = parse;
        this.print = print;
    }

    /** A value written as a JSON string. {@code parse} answers null where the text is no such value. */
    public static <T> ScalarAdapter<T> string(Function<String, @Nullable T> parse, Function<T, String> print) {
        return new ScalarAdapter<>(Form.STRING, parse, print);
    }

    /** A value written as a JSON number; {@code print} gives its digits. */
    public static <T> ScalarAdapter<T> number(Function<String, @Nullable T> parse, Function<T, String> print) {
        return new ScalarAdapter<>(Form.NUMBER, parse, print);
    }

    /** A value written as {@code true} or {@code false}. */
    public static <T> ScalarAdapter<T> bool(Function<String, @Nullable T> parse, Function<T, String> print) {
        return new ScalarAdapter<>(Form.BOOLEAN, parse, print);
    }

    /** The value that a text stands for, or null. */
    public @Nullable T parse(String text) {
        return parse.apply(text);
    }

    /** The text that stands for a value, as it goes on the wire. */
    public String print(T value) {
        return print.apply(value);
    }

    @Override
    public @Nullable T fromTree(JsonElement element) {
        return element.isJsonPrimitive() ? parse(element.getAsString()) : null;
    }

    @Override
    public JsonElement toTree(T value) {
        String text = print(value);
        return switch (form) {
            case STRING -> new JsonPrimitive(text);
            case NUMBER -> new JsonPrimitive(new WrittenNumber(text));
            case BOOLEAN -> new JsonPrimitive(Boolean.parseBoolean(text));
        };
    }
}
