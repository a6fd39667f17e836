package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.Fault;
import java.math.BigDecimal;
import java.util.Set;

/** A request that has passed the checks: the caller is known and the fields are sound. */
record DarajaCall(String operationId, JsonObject body, Set<Fault> faults) {

    /** A field as text, whether it came as text or as a number; empty if absent. */
    String text(String field) {
        JsonElement value = body.get(field);
        return value instanceof JsonPrimitive primitive ? primitive.getAsString() : "";
    }

    BigDecimal amount() {
        return amount("Amount");
    }

    BigDecimal amount(String field) {
        return new BigDecimal(text(field)).setScale(2);
    }

    @Override
    public String toString() {
        return "DarajaCall[" + operationId + "]";
    }
}
