package io.github.mpesasdk.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, read leniently: what cannot be read as its type is kept, and nothing throws for it.
 * Used by one thread.
 */
public final class Fields {

    private final JsonObject object;
    private final List<String> read;

    Fields(JsonObject object) {
        this.object = object;
        this.read = new ArrayList<>(object.size());
    }

    /** A field as {@code T}; null where it is absent or null, and where it is of another type, which keeps it. */
    public <T> @Nullable T read(String name, WireAdapter<T> adapter) {
        JsonElement element = object.get(name);
        if (element == null) {
            return null;
        }
        T value = element.isJsonNull() ? null : adapter.fromTree(element);
        if (value != null || element.isJsonNull()) {
            read.add(name);
        }
        return value;
    }

    /** The same for a field that some messages have under another name. */
    public <T> @Nullable T read(String name, String alias, WireAdapter<T> adapter) {
        return read(object.has(name) ? name : alias, adapter);
    }

    /** The first of the object's names that is one of these and has a value; null where there is none. */
    @Nullable
    String firstOf(List<String> names) {
        String first = null;
        for (var part : object.entrySet()) {
            if (names.contains(part.getKey())) {
                if (part.getValue().isJsonNull()) {
                    read.add(part.getKey());
                } else if (first == null) {
                    first = part.getKey();
                }
            }
        }
        return first;
    }

    /** What nobody has read. */
    public UnknownFields unknown() {
        if (read.size() == object.size()) {
            return UnknownFields.NONE;
        }
        JsonObject kept = new JsonObject();
        for (var part : object.entrySet()) {
            if (!read.contains(part.getKey())) {
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
