package io.github.mpesasdk.core.input;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * The input of one call, while the client fills in what is absent. Used within one call, by one thread.
 *
 * @param fields by wire name; what is filled in goes there
 */
public record CallInput(JsonObject fields) {

    /** The text of a field; empty if it is absent, or no text or number. */
    public Optional<String> text(String field) {
        JsonElement value = fields.get(field);
        return value != null && value.isJsonPrimitive() ? Optional.of(value.getAsString()) : Optional.empty();
    }

    /** Whether nobody gave the field a value. */
    public boolean lacks(String field) {
        JsonElement value = fields.get(field);
        return value == null || value.isJsonNull();
    }

    /** Gives a field its value. */
    public void put(String field, String value) {
        fields.addProperty(field, value);
    }

    @Override
    public String toString() {
        return "CallInput" + fields.keySet();
    }
}
