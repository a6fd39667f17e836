package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.market.JsonFields;
import java.math.BigDecimal;

/** A list of names and values. Each message has its own two words for what is a name and what a value. */
final class Items {

    private final String nameWord;
    private final String valueWord;
    private final JsonArray items = new JsonArray();

    Items(String nameWord, String valueWord) {
        this.nameWord = nameWord;
        this.valueWord = valueWord;
    }

    /** A code as most callbacks write it: a JSON number where it is one, else text. */
    static JsonPrimitive number(String code) {
        return code.matches("\\d+") ? new JsonPrimitive(Integer.parseInt(code)) : new JsonPrimitive(code);
    }

    /** A JSON number where a text is all digits, else the text. */
    static JsonPrimitive digits(String text) {
        return text.matches("\\d{1,18}") ? new JsonPrimitive(Long.valueOf(text)) : new JsonPrimitive(text);
    }

    /** An amount as results write it: a whole number unless it has cents. */
    static BigDecimal whole(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    Items add(String name, String value) {
        return add(name, new JsonPrimitive(value));
    }

    Items add(String name, Number value) {
        return add(name, new JsonPrimitive(value));
    }

    /** A name without a value. */
    Items add(String name) {
        return add(name, JsonNull.INSTANCE);
    }

    /** A name and its value; without one where it is null. */
    Items add(String name, JsonElement value) {
        JsonFields item = JsonFields.with(nameWord, name);
        items.add((value.isJsonNull() ? item : item.and(valueWord, value)).json());
        return this;
    }

    /** What the sender left out comes back as a name without a value, and what is all digits as a number. */
    Items addSent(String name, String value) {
        return value.isEmpty() ? add(name) : add(name, digits(value));
    }

    Items addAll(Items others) {
        items.addAll(others.items);
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
}
