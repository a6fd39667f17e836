package io.github.mpesasdk.core.transport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.runtime.Operation;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bodies that are one JSON object. */
final class JsonBodies implements BodyFormat {

    static final JsonBodies INSTANCE = new JsonBodies();

    // No charset parameter: JSON has none, and one gateway ignores a body whose type it does not expect.
    private static final String TYPE = "application/json";

    private JsonBodies() {}

    @Override
    public String contentType() {
        return TYPE;
    }

    @Override
    public String accept() {
        return TYPE;
    }

    @Override
    public String write(Operation<?, ?> operation, JsonObject request, @Nullable AccessToken token) {
        return request.toString();
    }

    /** The one JSON object in the body; empty for HTML, nothing, or any other text. */
    @Override
    public Optional<JsonObject> read(Operation<?, ?> operation, String body) {
        try {
            // The parser is lenient: a raw line break in the gateway's words must not make its answer unreadable.
            JsonReader reader = new JsonReader(new StringReader(body));
            JsonElement element = JsonParser.parseReader(reader);
            return element.isJsonObject() && reader.peek() == JsonToken.END_DOCUMENT
                    ? Optional.of(element.getAsJsonObject())
                    : Optional.empty();
        } catch (JsonParseException | IllegalStateException | IOException notJson) {
            return Optional.empty();
        }
    }
}
