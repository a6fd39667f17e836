package io.github.mpesasdk.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.mpesasdk.cli.market.BadInputException;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON as the command reads and writes it. */
final class Json {

    private static final Gson ONE_LINE =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    private static final Gson PRETTY = ONE_LINE.newBuilder().setPrettyPrinting().create();
    private static final Pattern PLACE = Pattern.compile("line \\d+ column \\d+");

    private Json() {}

    static String onOneLine(JsonElement json) {
        return ONE_LINE.toJson(json);
    }

    static String pretty(JsonElement json) {
        return PRETTY.toJson(json);
    }

    /**
     * Reads the JSON object that a person wrote, by the letter of the standard: what is sent must be what was meant.
     *
     * @throws BadInputException if it is anything else; the message gives the place and quotes nothing
     */
    static JsonObject object(String text) {
        try {
            JsonReader reader = strict(text);
            JsonElement element = JsonParser.parseReader(reader);
            if (reader.peek() == JsonToken.END_DOCUMENT && element.isJsonObject()) {
                refuseRepeatedNames(strict(text));
                return element.getAsJsonObject();
            }
        } catch (JsonParseException | IOException broken) {
            throw new BadInputException("The input is not valid JSON" + place(broken) + ". Nothing was sent.");
        }
        throw new BadInputException("The input is not one JSON object. Nothing was sent.");
    }

    private static JsonReader strict(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        return reader;
    }

    // The parser keeps the last of two values, and nobody knows which one was meant.
    private static void refuseRepeatedNames(JsonReader reader) throws IOException {
        JsonToken token = reader.peek();
        if (token == JsonToken.BEGIN_OBJECT) {
            Set<String> names = new HashSet<>();
            reader.beginObject();
            while (reader.hasNext()) {
                if (!names.add(reader.nextName())) {
                    throw new BadInputException("The input gives one field twice. Nothing was sent.");
                }
                refuseRepeatedNames(reader);
            }
            reader.endObject();
        } else if (token == JsonToken.BEGIN_ARRAY) {
            reader.beginArray();
            while (reader.hasNext()) {
                refuseRepeatedNames(reader);
            }
            reader.endArray();
        } else {
            reader.skipValue();
        }
    }

    private static String place(Exception broken) {
        @Nullable String message = broken.getMessage();
        Matcher place = PLACE.matcher(message == null ? "" : message);
        return place.find() ? ", at " + place.group() : "";
    }
}
