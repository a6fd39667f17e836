package io.github.mpesasdk.sandbox.ipg;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.ledger.Conversation;
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
 * @param secret what its sender proves to be somebody with; empty if it cannot be read
 * @param input the fields, from the body or the query
 * @param faults those that strike it
 */
public record Call(
        SpecOperation operation,
        String market,
        String conversationId,
        String secret,
        JsonObject input,
        Set<Fault> faults) {

    /** Reads a request as well as it can be read; whether it can is for the spec to say. */
    static Call of(SpecOperation operation, Place place, String conversationId, String secret, Set<Fault> faults) {
        MarketRequest request = place.request();
        JsonObject input = new JsonObject();
        if (operation.method().equals("GET")) {
            request.query().forEach(input::addProperty);
        } else {
            input = JsonObjects.read(request.body()).orElseGet(JsonObject::new);
        }
        return new Call(operation, place.market(), conversationId, secret, input, faults);
    }

    /** The operation's id. */
    public String id() {
        return operation.id();
    }

    /** A field as text, whether it came as text or as a number; empty if absent. */
    public String text(String field) {
        return sent("input_" + field);
    }

    /** The same, by the name on the wire. */
    public String sent(String name) {
        JsonElement value = input.get(name);
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

    /** The ids of the request. */
    public Conversation conversation() {
        return new Conversation(market, callerReference(), conversationId);
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
