package io.github.mpesasdk.core.message;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.runtime.Field;
import io.github.mpesasdk.runtime.RecordAdapter;
import java.util.HashMap;
import java.util.Map;

/** Names of a gateway that does not spell them alike in all of its messages. */
public final class Spelling {

    private Spelling() {}

    /** The same fields, with the names of a record in its own spelling, whatever the case and blanks they came with. */
    public static JsonObject of(JsonObject object, RecordAdapter<?> adapter) {
        Map<String, String> names = new HashMap<>();
        adapter.fieldNames().forEach(name -> names.put(Field.plain(name), name));
        JsonObject fields = new JsonObject();
        object.entrySet()
                .forEach(field ->
                        add(fields, names.getOrDefault(Field.plain(field.getKey()), field.getKey()), field.getValue()));
        return fields;
    }

    /**
     * Adds a value. Of two that differ under one name none can be trusted: a list is kept, which counts as no value.
     */
    public static void add(JsonObject fields, String name, JsonElement value) {
        JsonElement earlier = fields.get(name);
        if (earlier == null) {
            fields.add(name, value.deepCopy());
        } else if (!earlier.equals(value)) {
            JsonArray all = earlier instanceof JsonArray list ? list : list(earlier);
            all.addAll(value instanceof JsonArray more ? more : list(value));
            fields.add(name, all);
        }
    }

    private static JsonArray list(JsonElement value) {
        JsonArray list = new JsonArray();
        list.add(value);
        return list;
    }
}
