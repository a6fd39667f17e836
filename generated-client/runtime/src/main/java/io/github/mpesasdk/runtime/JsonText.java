package io.github.mpesasdk.runtime;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/** Writes a tree to a stream of Gson's, digits untouched. */
final class JsonText {

    private static final TypeAdapter<JsonElement> ELEMENT = new Gson().getAdapter(JsonElement.class);

    private JsonText() {}

    static void write(JsonWriter out, JsonElement element) throws IOException {
        Strictness before = out.getStrictness();
        // A stranger's number may be larger than any double.
        out.setStrictness(Strictness.LENIENT);
        ELEMENT.write(out, element);
        out.setStrictness(before);
    }
}
