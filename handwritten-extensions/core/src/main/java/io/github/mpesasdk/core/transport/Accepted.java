package io.github.mpesasdk.core.transport;

import com.google.gson.JsonObject;
import io.github.mpesasdk.runtime.WireRecord;

/**
 * An answer that accepts. {@code toString} has the masked answer alone.
 *
 * @param answer what the spec knows of it
 * @param fields its values as they came, by wire name: to be read, not to be changed
 */
public record Accepted<A extends WireRecord>(A answer, JsonObject fields) {

    @Override
    public String toString() {
        return "Accepted[" + answer + "]";
    }
}
