package io.github.mpesasdk.runtime;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/** Writes JSON that is at hand already, digits untouched. {@code JsonWriter.jsonValue} cannot: trees refuse it. */
final class JsonText {

    private static final TypeAdapter<JsonElement> ELEMENT = new Gson().getAdapter(JsonElement.class);

    private JsonText() {}

    static void write(JsonWriter out, String json) throws IOException {
        write(out, JsonParser.parseString(json));
    }

    static void write(JsonWriter out, JsonElement element) throws IOException {
        ELEMENT.write(out, element);
    }
}
