package io.github.mpesasdk.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Turns one JSON value into a Java value and back. A message is judged as a whole before any of it is believed, so it
 * is read into a tree once, and everything else is made of that tree; as Gson's adapter it reads and writes streams
 * too. Immutable and thread-safe.
 *
 * @param <T> the Java type
 */
public abstract class WireAdapter<T> extends TypeAdapter<T> {

    WireAdapter() {}

    /** The value of an element; null where the element is of another type. */
    public abstract @Nullable T fromTree(JsonElement element);

    /** The element that stands for a value. It belongs to the caller. */
    public abstract JsonElement toTree(T value);

    @Override
    public final T read(JsonReader in) throws IOException {
        String path = in.getPath();
        T value = fromTree(JsonParser.parseReader(in));
        if (value == null) {
            throw new JsonSyntaxException("no readable value at " + path);
        }
        return value;
    }

    @Override
    public final void write(JsonWriter out, T value) throws IOException {
        JsonText.write(out, toTree(value));
    }
}
