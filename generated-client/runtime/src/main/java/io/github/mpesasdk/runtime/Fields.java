package io.github.mpesasdk.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object leniently: what cannot be read as its type is kept, and nothing throws for it.
 */
public final class Fields {

    private final JsonObject kept = new JsonObject();

    /** Starts an object. */
    public Fields() {}

    /** The next value as {@code T}; null, and kept as it came, where it is of another type. */
    public <T> @Nullable T read(String name, TypeAdapter<T> adapter, JsonReader in) throws IOException {
        // Of a field that comes twice the last one counts, so what the first one left behind goes.
        kept.remove(name);
        JsonToken token = in.peek();
        if (token == JsonToken.NULL) {
            in.nextNull();
            return null;
        }
        if (adapter instanceof ScalarAdapter<T> scalar && ScalarAdapter.isScalar(token)) {
            JsonElement element = JsonParser.parseReader(in);
            T value = scalar.parse(element.getAsString());
            if (value == null) {
                kept.add(name, element);
            }
            return value;
        }
        if (adapter instanceof RecordAdapter<?> && token == JsonToken.BEGIN_OBJECT) {
            return adapter.read(in);
        }
        return readBuffered(name, adapter, in);
    }

    // Lists and values of the wrong shape: the element is buffered, so that a failed attempt loses nothing.
    private <T> @Nullable T readBuffered(String name, TypeAdapter<T> adapter, JsonReader in) throws IOException {
        JsonElement element = JsonParser.parseReader(in);
        try {
            return adapter.fromJsonTree(element);
        } catch (JsonParseException | IllegalStateException mismatch) {
            kept.add(name, element);
            return null;
        }
    }

    /** Keeps a field that the spec does not know. */
    public void keep(String name, JsonReader in) throws IOException {
        kept.add(name, JsonParser.parseReader(in));
    }

    /** What was kept. */
    public UnknownFields unknown() {
        return UnknownFields.of(kept);
    }

    /** Writes a field, unless it has no value. */
    public static <T> void write(JsonWriter out, String name, TypeAdapter<T> adapter, @Nullable T value)
            throws IOException {
        if (value != null) {
            out.name(name);
            adapter.write(out, value);
        }
    }
}
