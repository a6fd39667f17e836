package io.github.mpesasdk.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a JSON object that its spec does not describe. Immutable; {@code toString} names the first of them,
 * cleaned, and hides values.
 */
public final class UnknownFields {

    /** No unknown field. */
    public static final UnknownFields NONE = new UnknownFields(new JsonObject());

    private final JsonObject fields;

    private UnknownFields(JsonObject fields) {
        this.fields = fields;
    }

    /** Copies the fields of an object. */
    public static UnknownFields of(JsonObject fields) {
        return fields.isEmpty() ? NONE : new UnknownFields(fields.deepCopy());
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    boolean has(String name) {
        return fields.has(name);
    }

    /** Wire names, in the order and the spelling in which they came: clean them before anybody sees them. */
    public Set<String> names() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(fields.keySet()));
    }

    /** The text of a string, number or boolean, or the JSON of an object or array; empty for {@code null}. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(value -> !value.isJsonNull())
                .map(value -> value.isJsonPrimitive() ? value.getAsString() : value.toString());
    }

    /** A copy as JSON. */
    public JsonObject toJson() {
        return fields.deepCopy();
    }

    // What was unreadable and has been said again since is what was said.
    void addTo(JsonObject object) {
        for (Map.Entry<String, JsonElement> field : fields.entrySet()) {
            if (!object.has(field.getKey())) {
                object.add(field.getKey(), field.getValue().deepCopy());
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnknownFields that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return Masked.of("").unknown(this).toString();
    }
}
