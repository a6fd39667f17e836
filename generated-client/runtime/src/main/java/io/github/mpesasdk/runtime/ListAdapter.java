package io.github.mpesasdk.runtime;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list; a single value where a list belongs is read as a list of one, because gateways unwrap those.
 *
 * @param <T> the element
 */
public final class ListAdapter<T> extends WireAdapter<List<T>> {

    private final WireAdapter<T> element;

    ListAdapter(WireAdapter<T> element) {
        this.element = element;
    }

    /** What reads one element. */
    public WireAdapter<T> element() {
        return element;
    }

    @Override
    public @Nullable List<T> fromTree(JsonElement element) {
        if (!(element instanceof JsonArray array)) {
            T single = this.element.fromTree(element);
            return single == null ? null : List.of(single);
        }
        List<T> values = new ArrayList<>(array.size());
        for (JsonElement part : array) {
            T value = part.isJsonNull() ? null : this.element.fromTree(part);
            if (value != null) {
                values.add(value);
            } else if (!part.isJsonNull()) {
                return null;
            }
        }
        return List.copyOf(values);
    }

    @Override
    public JsonArray toTree(List<T> values) {
        JsonArray array = new JsonArray(values.size());
        for (T value : values) {
            array.add(element.toTree(value));
        }
        return array;
    }
}
