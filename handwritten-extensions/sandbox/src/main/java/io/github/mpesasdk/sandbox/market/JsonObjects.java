package io.github.mpesasdk.sandbox.market;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads JSON objects that strangers wrote. */
public final class JsonObjects {

    private JsonObjects() {}

    /** The object that a text holds; empty if it holds something else. */
    public static Optional<JsonObject> read(String text) {
        try {
            return JsonParser.parseString(text) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    /** The texts and numbers in the object that a text holds; none, if it holds something else. */
    public static Map<String, String> texts(String text) {
        Map<String, String> texts = new HashMap<>();
        read(text).ifPresent(object -> object.entrySet().forEach(field -> {
            if (field.getValue() instanceof JsonPrimitive value) {
                texts.put(field.getKey(), value.getAsString());
            }
        }));
        return texts;
    }
}
