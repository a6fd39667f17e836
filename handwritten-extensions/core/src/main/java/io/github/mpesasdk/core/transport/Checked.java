package io.github.mpesasdk.core.transport;

import com.google.gson.JsonObject;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;

/**
 * A request that obeys its rules and can be written. Only {@link HttpInvoker#checked} makes one. {@code toString} hides
 * it.
 *
 * @param fields what is sent, by wire name; nobody changes it any more
 */
public record Checked<A extends WireRecord>(Operation<?, A> operation, JsonObject fields) {

    @Override
    public String toString() {
        return "Checked[" + operation + "]";
    }
}
