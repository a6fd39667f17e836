package io.github.mpesasdk.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value from a JSON string, number or boolean alike, because gateways swap them; writes it in one form, a JSON
 * string unless the type says otherwise.
 *
 * @param <T> the Java type
 */
public abstract class ScalarAdapter<T> extends WireAdapter<T> {

    ScalarAdapter() {}

    /** The value that a text stands for; null where it is no such value. */
    public abstract @Nullable T parse(String text);

    /** The text that stands for a value, as it goes on the wire. */
    public abstract String print(T value);

    @Override
    public final @Nullable T fromTree(JsonElement element) {
        return element.isJsonPrimitive() ? parse(element.getAsString()) : null;
    }

    @Override
    public JsonElement toTree(T value) {
        return new JsonPrimitive(print(value));
    }
}
