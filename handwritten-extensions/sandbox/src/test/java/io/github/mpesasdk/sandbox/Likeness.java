package io.github.mpesasdk.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What two bodies of a gateway have in common if they are answers to the same kind of request: the fields and their
 * order, the JSON types, and the values that no payment changes.
 */
final class Likeness {

    /** Fields whose values are codes and words of the gateway. */
    private static final Set<String> WORDS = Set.of(
            "ResponseCode",
            "ResponseDescription",
            "CustomerMessage",
            "ResultCode",
            "ResultDesc",
            "ResultType",
            "errorCode",
            "errorMessage",
            "responseCode",
            "responseDescription",
            "responseMessage",
            "faultstring",
            "errorcode",
            "reason",
            "faultcode",
            "TransactionType",
            "InvoiceNumber",
            "ThirdPartyTransID",
            "ActionType",
            "ErrorMsg",
            "Currency",
            "B2CRecipientIsRegisteredCustomer",
            "status",
            "Status",
            "output_ResponseCode",
            "output_ResponseDesc",
            "code",
            "description",
            "detail");

    private Likeness() {}

    /** One line for each field: where it is, its type and, if it is always the same, its value. */
    static List<String> of(JsonElement body) {
        List<String> lines = new ArrayList<>();
        add(lines, "", "", body);
        return lines;
    }

    private static void add(List<String> lines, String place, String name, JsonElement value) {
        if (value instanceof JsonObject object) {
            Optional<JsonElement> key = key(object);
            if (key.isPresent()) {
                item(lines, place, key.get().getAsString(), object);
                return;
            }
            lines.add(place + " {}");
            object.entrySet()
                    .forEach(field -> add(lines, place + "/" + field.getKey(), field.getKey(), field.getValue()));
        } else if (value instanceof JsonArray array) {
            lines.add(place + " []");
            array.forEach(element -> add(lines, place, name, element));
        } else {
            lines.add(place + " " + type(value) + (WORDS.contains(name) ? " " + value : ""));
        }
    }

    /** A name and a value, written as two fields. */
    private static void item(List<String> lines, String place, String name, JsonObject item) {
        JsonElement value = item.has("Value") ? item.get("Value") : item.get("value");
        if (value == null) {
            lines.add(place + "/" + name + " without a value");
        } else {
            add(lines, place + "/" + name, name, value);
        }
    }

    private static Optional<JsonElement> key(JsonObject object) {
        return Stream.of("Key", "Name", "name").filter(object::has).findFirst().map(object::get);
    }

    private static String type(JsonElement value) {
        if (value instanceof JsonPrimitive primitive) {
            return primitive.isString() ? primitive.getAsString().isEmpty() ? "empty" : "text" : "number";
        }
        return "null";
    }
}
