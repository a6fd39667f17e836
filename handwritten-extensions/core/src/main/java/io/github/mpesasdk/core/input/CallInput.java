package io.github.mpesasdk.core.input;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.mpesasdk.runtime.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The input of one call, while the client fills in what is absent. Used within one call, by one thread. */
public final class CallInput {

    private final Operation<?, ?> operation;
    private final JsonObject fields;

    CallInput(Operation<?, ?> operation, JsonObject fields) {
        this.operation = operation;
        this.fields = fields;
    }

    /** What is called, by its id in the spec. */
    public String operationId() {
        return operation.id();
    }

    /** The text of a field that the caller gave; empty if it is absent, or no text or number. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString);
    }

    /** Whether the operation has this field, and the caller gave it no value. */
    public boolean lacks(String field) {
        JsonElement value = fields.get(field);
        return (value == null || value.isJsonNull()) && operationHas(field);
    }

    private boolean operationHas(String field) {
        // A record keeps apart what it does not know, whatever the value; null fits every type that it does know.
        JsonObject probe = new JsonObject();
        probe.add(field, JsonNull.INSTANCE);
        return operation.requestAdapter().fromJsonTree(probe).unknownFields().isEmpty();
    }

    /** Adds a value where one is lacking; does nothing where there is none to add. */
    public CallInput fillIn(String field, @Nullable String value) {
        if (value != null && lacks(field)) {
            fields.addProperty(field, value);
        }
        return this;
    }
}
