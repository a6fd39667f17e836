package io.github.mpesasdk.core.message;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;

/**
 * Reads one JSON object that anybody may have written. A text that can be read in two ways is refused: a key twice, two
 * documents, text behind the object. A raw line break in a string is borne, for gateways send it.
 */
public final class GuardedJson {

    /** How many levels a message may have. The deepest message known has six. */
    public static final int DEEPEST = 32;

    private static final Pattern PRINTED = Pattern.compile("\\s*+\\{\\s*+'");

    private GuardedJson() {}

    /** A text that is not one JSON object. The message says what it is instead, and quotes nothing of it. */
    public static final class NotOneObjectException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        NotOneObjectException(String reason) {
            super(reason);
            this.reason = reason;
        }

        /** What the text is instead: {@code it is an HTML page}. */
        public String reason() {
            return reason;
        }
    }

    /**
     * The one object in a text.
     *
     * @throws NotOneObjectException if the text is anything else
     */
    public static JsonObject read(String text) throws NotOneObjectException {
        return read(text, Strictness.LEGACY_STRICT);
    }

    /**
     * The one object in a text that may have been printed by a program, with single quotes as Python does. For people
     * who paste what they found in a log, and for nothing that settles a payment.
     *
     * @throws NotOneObjectException if the text is anything else
     */
    public static JsonObject readPrinted(String text) throws NotOneObjectException {
        return read(text, PRINTED.matcher(text).lookingAt() ? Strictness.LENIENT : Strictness.LEGACY_STRICT);
    }

    private static JsonObject read(String text, Strictness strictness) throws NotOneObjectException {
        BodyKind kind = BodyKind.of(text);
        if (kind != BodyKind.JSON_OBJECT) {
            throw new NotOneObjectException(kind.inWords());
        }
        JsonReader in = new JsonReader(new StringReader(text));
        in.setStrictness(strictness);
        in.setNestingLimit(DEEPEST);
        try {
            JsonObject object = object(in);
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw new NotOneObjectException("it is more than one JSON object");
            }
            return object;
        } catch (JsonParseException | IllegalStateException | IOException broken) {
            throw new NotOneObjectException("it is broken JSON, cut short or with text behind it");
        }
    }

    /** Whether something has more levels than {@link #DEEPEST}; looks no deeper than that. */
    public static boolean isTooDeep(JsonElement element) {
        return isDeeper(element, DEEPEST);
    }

    private static boolean isDeeper(JsonElement element, int levels) {
        if (element.isJsonPrimitive() || element.isJsonNull()) {
            return false;
        }
        return levels == 0
                || (element instanceof JsonObject object
                                ? object.asMap().values()
                                : element.getAsJsonArray().asList())
                        .stream().anyMatch(inner -> isDeeper(inner, levels - 1));
    }

    private static JsonObject object(JsonReader in) throws IOException, NotOneObjectException {
        JsonObject object = new JsonObject();
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            if (object.has(name)) {
                throw new NotOneObjectException("it is JSON that has one key twice, so it can be read in two ways");
            }
            object.add(name, element(in));
        }
        in.endObject();
        return object;
    }

    private static JsonElement element(JsonReader in) throws IOException, NotOneObjectException {
        JsonToken token = in.peek();
        if (token == JsonToken.BEGIN_OBJECT) {
            return object(in);
        }
        if (token != JsonToken.BEGIN_ARRAY) {
            return JsonParser.parseReader(in);
        }
        JsonArray array = new JsonArray();
        in.beginArray();
        while (in.hasNext()) {
            array.add(element(in));
        }
        in.endArray();
        return array;
    }
}
