package io.github.mpesasdk.journal.jdbc;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Texts by name, as one JSON object. */
final class Texts {

    private Texts() {}

    /** The same texts give the same JSON. */
    static String write(Map<String, String> texts) {
        StringWriter json = new StringWriter();
        try (JsonWriter writer = new JsonWriter(json)) {
            writer.beginObject();
            for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
                writer.name(text.getKey()).value(text.getValue());
            }
            writer.endObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return json.toString();
    }

    static Map<String, String> read(String json) {
        Map<String, String> texts = new LinkedHashMap<>();
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.beginObject();
            while (reader.hasNext()) {
                texts.put(reader.nextName(), reader.nextString());
            }
            reader.endObject();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        return texts;
    }
}
