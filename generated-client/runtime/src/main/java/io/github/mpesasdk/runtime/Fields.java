package io.github.mpesasdk.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, read leniently: what cannot be read as its type is kept, and nothing throws for it.
 * Used by one thread.
 */
public final class Fields {

    private final JsonObject object;
    private @Nullable String[] read;
    private int count;

    Fields(JsonObject object) {
        this.object = object;
        this.read = new String[object.size()];
    }

    /** A field as {@code T}; null where it is absent or null, and where it is of another type, which keeps it. */
    public <T> @Nullable T read(String name, WireAdapter<T> adapter) {
        JsonElement element = object.get(name);
        if (element == null) {
            return null;
        }
        T value = element.isJsonNull() ? null : adapter.fromTree(element);
        if (value != null || element.isJsonNull()) {
            understood(name);
        }
        return value;
    }

    /** The same for a field that some messages have under another name. */
    public <T> @Nullable T read(String name, String alias, WireAdapter<T> adapter) {
        return read(object.has(name) ? name : alias, adapter);
    }

    /** Every field as it came, for what is read by more than its name. */
    Set<Map.Entry<String, JsonElement>> all() {
        return object.entrySet();
    }

    /** A field was read. */
    void understood(String name) {
        if (count == read.length) {
            read = Arrays.copyOf(read, count + 1);
        }
        read[count++] = name;
    }

    /** What nobody has read. */
    public UnknownFields unknown() {
        if (count == object.size()) {
            return UnknownFields.NONE;
        }
        List<@Nullable String> known = Arrays.asList(read);
        JsonObject kept = new JsonObject();
        for (var part : object.entrySet()) {
            if (!known.contains(part.getKey())) {
                kept.add(part.getKey(), part.getValue());
            }
        }
        return UnknownFields.of(kept);
    }

    /** Adds a field, unless it has no value. */
    public static <T> void write(JsonObject object, String name, WireAdapter<T> adapter, @Nullable T value) {
        if (value != null) {
            object.add(name, adapter.toTree(value));
        }
    }
}
