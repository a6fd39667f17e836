package io.github.mpesasdk.drc;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.core.message.Spelling;
import io.github.mpesasdk.drcapi.soap.DataItem;
import io.github.mpesasdk.drcapi.soap.SoapResult;
import io.github.mpesasdk.runtime.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Between a list of items and a JSON object: one item, one field. */
final class Items {

    private static final String STRING = "String";
    private static final String DATE = "Date";
    // What stands in other places of a message, and no item must pose as.
    private static final Set<String> ELSEWHERE = Set.of("eventinfo", "code", "eventid", "faultcode", "faultstring");

    private Items() {}

    /**
     * The items of a request. Every recorded one has them in the order of the spec; here they came in the order in
     * which a caller said them.
     */
    static DataItem of(JsonObject fields, List<String> order, Set<String> dates) {
        Set<String> names = new LinkedHashSet<>(order);
        names.retainAll(fields.keySet());
        names.addAll(fields.keySet());
        DataItem items = new DataItem();
        names.forEach(name -> items.getDataItem().add(item(name, fields.get(name), dates)));
        return items;
    }

    /** The items of an object, in the order of its fields. */
    static DataItem of(JsonObject fields, Set<String> dates) {
        return of(fields, List.of(), dates);
    }

    private static SoapResult item(String name, JsonElement value, Set<String> dates) {
        SoapResult item = new SoapResult();
        item.setName(name);
        item.setType(dates.contains(name) ? DATE : STRING);
        item.setValue(value.getAsString());
        return item;
    }

    /** Whether XML can write a text: it has no way to write some characters, not even escaped. */
    static boolean isWritable(String text) {
        return text.codePoints().allMatch(Items::isXml);
    }

    private static boolean isXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }

    /** The fields of a list, as they are spelt there; blanks around names and values go. */
    static JsonObject fields(@Nullable DataItem items) {
        JsonObject fields = new JsonObject();
        if (items != null) {
            items.getDataItem().stream()
                    .filter(item -> item != null && item.getName() != null && item.getValue() != null)
                    .filter(item -> !ELSEWHERE.contains(Field.plain(item.getName())))
                    .forEach(item -> Spelling.add(
                            fields,
                            item.getName().strip(),
                            new JsonPrimitive(item.getValue().strip())));
        }
        return fields;
    }
}
