package io.github.mpesasdk.runtime;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A list; a single value where a list belongs is read as a list of one, because gateways unwrap those.
 *
 * @param <T> the element
 */
public final class ListAdapter<T> extends TypeAdapter<List<T>> {

    private final TypeAdapter<T> element;

    ListAdapter(TypeAdapter<T> element) {
        this.element = element;
    }

    /** What reads one element. */
    public TypeAdapter<T> element() {
        return element;
    }

    @Override
    public List<T> read(JsonReader in) throws IOException {
        if (in.peek() != JsonToken.BEGIN_ARRAY) {
            return List.of(element.read(in));
        }
        List<T> values = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
            } else {
                values.add(element.read(in));
            }
        }
        in.endArray();
        return List.copyOf(values);
    }

    @Override
    public void write(JsonWriter out, List<T> values) throws IOException {
        out.beginArray();
        for (T value : values) {
            element.write(out, value);
        }
        out.endArray();
    }
}
