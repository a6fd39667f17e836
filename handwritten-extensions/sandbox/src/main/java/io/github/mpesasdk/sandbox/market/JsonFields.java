package io.github.mpesasdk.sandbox.market;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Builds a JSON object in the order of its fields. */
public final class JsonFields {

    private final JsonObject object = new JsonObject();

    /** An object with one text field, to be continued. */
    public static JsonFields with(String name, String value) {
        return new JsonFields().and(name, value);
    }

    /** An object with an object in it, to be continued. */
    public static JsonFields with(String name, JsonFields value) {
        return new JsonFields().and(name, value);
    }

    /** An object with one field, to be continued. */
    public static JsonFields with(String name, JsonElement value) {
        return new JsonFields().and(name, value);
    }

    /** Adds a text. */
    public JsonFields and(String name, String value) {
        object.addProperty(name, value);
        return this;
    }

    /** Adds a number, written exactly as its {@code toString()}. */
    public JsonFields and(String name, Number value) {
        object.addProperty(name, value);
        return this;
    }

    /** Adds an object. */
    public JsonFields and(String name, JsonFields value) {
        return and(name, value.json());
    }

    /** Adds an element. */
    public JsonFields and(String name, JsonElement value) {
        object.add(name, value);
        return this;
    }

    /** An answer that holds the object. */
    public MarketAnswer answer(int status) {
        return MarketAnswer.json(status, object);
    }

    /** The object as text. */
    public String text() {
        return object.toString();
    }

    /** The object. */
    public JsonObject json() {
        return object;
    }
}
