package io.github.mpesasdk.sandbox.market;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.ledger.Conversation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * One request to an operation.
 *
 * @param operation the operation it means
 * @param place where it was sent
 * @param conversation the ids of the request
 * @param input the fields, from the body or the query
 * @param faults those that strike it
 */
public record Call(
        SpecOperation operation, Place place, Conversation conversation, JsonObject input, Set<Fault> faults) {

    /** Reads a request as well as it can be read; whether it can is for the spec to say. It has no ids yet. */
    static Call of(SpecOperation operation, Place place, Set<Fault> faults) {
        MarketRequest request = place.request();
        JsonObject input = new JsonObject();
        if (operation.method().equals("GET")) {
            request.query().forEach(input::addProperty);
        } else {
            input = JsonObjects.read(request.body()).orElseGet(JsonObject::new);
        }
        return new Call(operation, place, new Conversation(place.market(), "", ""), input, faults);
    }

    Call with(Conversation ids) {
        return new Call(operation, place, ids, input, faults);
    }

    /** The operation's id. */
    public String id() {
        return operation.id();
    }

    /** How many characters it keeps in memory. */
    public int length() {
        return place.length();
    }

    /** Which market it was sent to. */
    public String market() {
        return place.market();
    }

    /**
     * A field as text, whether it came as text or as a number; empty if absent. Vodacom's names are without their
     * {@code input_}.
     */
    public String text(String field) {
        String prefixed = "input_" + field;
        return sent(operation.fields().containsKey(prefixed) ? prefixed : field);
    }

    /** The same, by the name on the wire. */
    public String sent(String name) {
        JsonElement value = input.get(name);
        return value instanceof JsonPrimitive primitive ? primitive.getAsString() : "";
    }

    /** The first of some fields that was sent, as text; empty if none was. */
    public String first(List<String> fields) {
        return fields.stream().filter(this::has).map(this::text).findFirst().orElse("");
    }

    /** Whether a field was sent. */
    public boolean has(String field) {
        return !text(field).isEmpty();
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
