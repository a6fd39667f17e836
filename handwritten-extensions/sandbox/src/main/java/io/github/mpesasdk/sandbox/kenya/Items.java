package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.market.JsonFields;

/** A list of names and values. Each message has its own two words for what is a name and what a value. */
final class Items {

    private final String nameWord;
    private final String valueWord;
    private final JsonArray items = new JsonArray();

    Items(String nameWord, String valueWord) {
        this.nameWord = nameWord;
        this.valueWord = valueWord;
    }

    Items add(String name, String value) {
        return add(name, new JsonPrimitive(value));
    }

    Items add(String name, Number value) {
        return add(name, new JsonPrimitive(value));
    }

    /** A name without a value. */
    Items add(String name) {
        items.add(JsonFields.with(nameWord, name).json());
        return this;
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    JsonArray all() {
        return items;
    }

    /** The list, or where it has only one item just that. */
    JsonElement orOnlyOne() {
        return items.size() == 1 ? items.get(0) : items;
    }

    private Items add(String name, JsonPrimitive value) {
        items.add(JsonFields.with(nameWord, name).and(valueWord, value).json());
        return this;
    }
}
