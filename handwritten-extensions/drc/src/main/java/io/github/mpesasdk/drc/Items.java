package io.github.mpesasdk.drc;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.drcapi.soap.DataItem;
import io.github.mpesasdk.drcapi.soap.SoapResult;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Between a list of items and a JSON object: one item, one field. */
final class Items {

    private static final String STRING = "String";
    private static final String DATE = "Date";

    private Items() {}

    /** The items of a request, in the order of its fields. */
    static DataItem of(JsonObject fields, Set<String> dates) {
        DataItem items = new DataItem();
        fields.entrySet().forEach(field -> items.getDataItem().add(item(field.getKey(), field.getValue(), dates)));
        return items;
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

    /**
     * The fields of a list. Names are matched ignoring case, and then spelt as in the spec; blanks around values go.
     *
     * @param known the names of the spec
     */
    static JsonObject fields(@Nullable DataItem items, List<String> known) {
        JsonObject fields = new JsonObject();
        if (items == null) {
            return fields;
        }
        for (SoapResult item : items.getDataItem()) {
            if (item != null && item.getName() != null && item.getValue() != null) {
                add(
                        fields,
                        spelt(item.getName().strip(), known),
                        item.getValue().strip());
            }
        }
        return fields;
    }

    // Of two values for one name none can be trusted: a list is kept, and counts as no value.
    private static void add(JsonObject fields, String name, String value) {
        JsonElement earlier = fields.get(name);
        if (earlier == null) {
            fields.addProperty(name, value);
        } else if (!earlier.equals(new JsonPrimitive(value))) {
            JsonArray both = earlier.isJsonArray() ? earlier.getAsJsonArray() : new JsonArray();
            if (!earlier.isJsonArray()) {
                both.add(earlier);
            }
            both.add(value);
            fields.add(name, both);
        }
    }

    private static String spelt(String name, List<String> known) {
        return known.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }
}
