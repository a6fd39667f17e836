package io.github.mpesasdk.sandbox.market;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
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
}
