package io.github.mpesasdk.conformance.record;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Puts the recorder's own values in place of the public ones of a case, and the public ones back. */
final class Substitution {

    private final List<Map.Entry<String, String>> byPublic;
    private final List<Map.Entry<String, String>> byOwn;

    /** From public values to the recorder's own. */
    Substitution(Map<String, String> values) {
        byPublic = longestFirst(values, Map.Entry.comparingByKey(Comparator.comparingInt(String::length)));
        byOwn = longestFirst(values, Map.Entry.comparingByValue(Comparator.comparingInt(String::length)));
    }

    private static List<Map.Entry<String, String>> longestFirst(
            Map<String, String> values, Comparator<Map.Entry<String, String>> byLength) {
        return values.entrySet().stream().sorted(byLength.reversed()).toList();
    }

    /** The input with the recorder's own values: whole values, and the beginnings of addresses. */
    JsonObject own(JsonObject input) {
        return replaced(input, text -> {
                    for (Map.Entry<String, String> pair : byPublic) {
                        boolean isAddress = pair.getKey().startsWith("http") && text.startsWith(pair.getKey());
                        if (isAddress || text.equals(pair.getKey())) {
                            return text.replace(pair.getKey(), pair.getValue());
                        }
                    }
                    return text;
                })
                .getAsJsonObject();
    }

    /** An answer with the public values, wherever one of the recorder's own occurs in it. */
    JsonElement open(JsonElement answer) {
        return replaced(answer, text -> {
            String open = text;
            for (Map.Entry<String, String> pair : byOwn) {
                open = open.replace(pair.getValue(), pair.getKey());
            }
            return open;
        });
    }

    private static JsonElement replaced(JsonElement value, UnaryOperator<String> replacement) {
        if (value instanceof JsonObject object) {
            JsonObject copy = new JsonObject();
            object.entrySet().forEach(field -> copy.add(field.getKey(), replaced(field.getValue(), replacement)));
            return copy;
        }
        if (value instanceof JsonArray list) {
            JsonArray copy = new JsonArray();
            list.forEach(each -> copy.add(replaced(each, replacement)));
            return copy;
        }
        if (!(value instanceof JsonPrimitive scalar) || scalar.isBoolean()) {
            return value;
        }
        String text = replacement.apply(scalar.getAsString());
        boolean staysNumber = scalar.isNumber() && text.matches("-?\\d+(\\.\\d+)?");
        return staysNumber ? JsonParser.parseString(text) : scalar.isNumber() ? value : new JsonPrimitive(text);
    }
}
