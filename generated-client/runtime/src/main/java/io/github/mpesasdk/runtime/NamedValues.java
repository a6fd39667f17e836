package io.github.mpesasdk.runtime;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list of names and values that gateways send as an array, or as one object where there is one element. Names may
 * repeat, may have stray spaces and may lack a value; all of that survives. Lookups ignore case and spaces. Immutable.
 */
public final class NamedValues {

    /** An empty list. */
    public static final NamedValues NONE = new NamedValues(List.of());

    /** Reads an array or a single object; writes an array. */
    public static final WireAdapter<NamedValues> ADAPTER = new Adapter();

    private final List<NamedValue> values;

    private NamedValues(List<NamedValue> values) {
        this.values = List.copyOf(values);
    }

    /** A list of these values. */
    public static NamedValues of(List<NamedValue> values) {
        return new NamedValues(values);
    }

    /** Every element, in order, repeated names included. */
    public List<NamedValue> asList() {
        return values;
    }

    /** The first value of the first of these names that has one; give the spellings in order of preference. */
    public Optional<TextOrNumber> first(String... spellings) {
        for (String spelling : spellings) {
            List<TextOrNumber> found = all(spelling);
            if (!found.isEmpty()) {
                return Optional.of(found.get(0));
            }
        }
        return Optional.empty();
    }

    /** Every value of a name, in order. */
    public List<TextOrNumber> all(String name) {
        List<TextOrNumber> found = new ArrayList<>();
        for (NamedValue value : values) {
            if (value.name() != null && Field.plain(value.name()).equals(Field.plain(name))) {
                value.value().ifPresent(found::add);
            }
        }
        return found;
    }

    /** Name to text, without those that have no value. A repeated name gets {@code #2}, {@code #3} behind it. */
    public Map<String, String> toMap() {
        Map<String, String> texts = new LinkedHashMap<>();
        // Where counting stopped, so that a stranger's list of one name takes no time with its square.
        Map<String, Integer> counts = new HashMap<>();
        for (NamedValue value : values) {
            if (value.name() == null || value.value().isEmpty()) {
                continue;
            }
            String name = value.name();
            int count = counts.getOrDefault(name, 1);
            while (texts.containsKey(keyOf(name, count))) {
                count++;
            }
            texts.put(keyOf(name, count), value.value().get().text());
            counts.put(name, count + 1);
        }
        return texts;
    }

    private static String keyOf(String name, int count) {
        return count == 1 ? name : name + "#" + count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    private static final class Adapter extends WireAdapter<NamedValues> {
        private static final WireAdapter<List<NamedValue>> LIST = Adapters.list(NamedValue.ADAPTER);

        @Override
        public @Nullable NamedValues fromTree(JsonElement element) {
            List<NamedValue> list = LIST.fromTree(element);
            return list == null ? null : new NamedValues(list);
        }

        @Override
        public JsonElement toTree(NamedValues values) {
            return LIST.toTree(values.asList());
        }
    }
}
