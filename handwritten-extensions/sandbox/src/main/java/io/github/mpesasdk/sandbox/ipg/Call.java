package io.github.mpesasdk.sandbox.ipg;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.market.JsonObjects;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import io.github.mpesasdk.sandbox.market.SpecOperation;
import java.math.BigDecimal;
import java.util.Set;

/**
 * One request to an operation. Fields are named without their {@code input_}.
 *
 * @param operation the operation it means
 * @param market which market it was sent to
 * @param conversationId the gateway's id of it
 * @param input the fields, from the body or the query
 * @param faults those that strike it
 */
public record Call(SpecOperation operation, String market, String conversationId, JsonObject input, Set<Fault> faults) {

    /** Reads a request as well as it can be read; whether it can is for the spec to say. */
    public static Call of(
            SpecOperation operation, String market, String conversationId, MarketRequest request, Set<Fault> faults) {
        JsonObject input = new JsonObject();
        if (operation.method().equals("GET")) {
            request.query().forEach(input::addProperty);
        } else {
            input = JsonObjects.read(request.body()).orElseGet(JsonObject::new);
        }
        return new Call(operation, market, conversationId, input, faults);
    }

    /** The operation's id. */
    public String id() {
        return operation.id();
    }

    /** A field as text, whether it came as text or as a number; empty if absent. */
    public String text(String field) {
        JsonElement value = input.get("input_" + field);
        return value instanceof JsonPrimitive primitive ? primitive.getAsString() : "";
    }

    /** Whether a field was sent. */
    public boolean has(String field) {
        return !text(field).isEmpty();
    }

    /** The caller's own id of the request: ThirdPartyConversationID, or where there is none ThirdPartyReference. */
    public String callerReference() {
        return has("ThirdPartyConversationID") ? text("ThirdPartyConversationID") : text("ThirdPartyReference");
    }

    /** An amount, in the market's currency. */
    public BigDecimal amount(String field) {
        return new BigDecimal(text(field));
    }

    @Override
    public String toString() {
        return "Call[" + id() + "]";
    }
}
