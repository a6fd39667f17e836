package io.github.mpesasdk.core.transport;

import com.google.gson.JsonObject;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;

/**
 * A request that obeys its rules and can be written; only {@link HttpInvoker#checked} makes one. {@code toString} hides
 * it. Nothing changes it.
 */
public final class Checked<A extends WireRecord> {

    private final Operation<?, A> operation;
    private final JsonObject fields;

    /** @param fields nobody else has them */
    Checked(Operation<?, A> operation, JsonObject fields) {
        this.operation = operation;
        this.fields = fields;
    }

    /** The operation that it is a request of. */
    public Operation<?, A> operation() {
        return operation;
    }

    /** What is sent, by wire name: to be read, not to be changed. */
    public JsonObject fields() {
        return fields;
    }

    @Override
    public String toString() {
        return "Checked[" + operation + "]";
    }
}
