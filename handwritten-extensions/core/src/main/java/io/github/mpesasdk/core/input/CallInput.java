package io.github.mpesasdk.core.input;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.RecordAdapter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The input of one call, while the client fills in what is absent. Used within one call, by one thread. */
public final class CallInput {

    private final Operation<?, ?> operation;
    private final JsonObject fields;
    private final List<Violation> wrong;

    /**
     * An input.
     *
     * @param fields by wire name; what is filled in goes there
     * @param wrong where missing settings are noted
     */
    public CallInput(Operation<?, ?> operation, JsonObject fields, List<Violation> wrong) {
        this.operation = operation;
        this.fields = fields;
        this.wrong = wrong;
    }

    /** What is called. */
    public Operation<?, ?> operation() {
        return operation;
    }

    /** The text of a field; empty if it is absent, or no text or number. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString);
    }

    /** Whether the operation has this field, and nobody gave it a value. */
    public boolean lacks(String field) {
        JsonElement value = fields.get(field);
        return (value == null || value.isJsonNull()) && operationHas(field);
    }

    private boolean operationHas(String field) {
        return operation.requestAdapter() instanceof RecordAdapter<?> adapter
                && adapter.fieldNames().contains(field);
    }

    /** Adds a value where one is lacking; does nothing where there is none to add. */
    public CallInput fillIn(String field, @Nullable String value) {
        if (value != null && lacks(field)) {
            fields.addProperty(field, value);
        }
        return this;
    }

    /** The same for a value that costs something to make. */
    public CallInput fillIn(String field, Supplier<String> value) {
        if (lacks(field)) {
            fields.addProperty(field, value.get());
        }
        return this;
    }

    /**
     * Notes that a field is lacking because a setting of the client is.
     *
     * @param setting how callers give it: {@code payBill or till}
     * @param builder whom they give it to: {@code Daraja.builder()}
     */
    public CallInput needs(String field, String setting, String builder) {
        if (lacks(field)) {
            wrong.add(new Violation(setting, field, "is needed: give it to " + builder + " with " + setting + "(...)"));
        }
        return this;
    }
}
