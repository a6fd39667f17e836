package io.github.mpesasdk.core.transport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer that arrived whole.
 *
 * @param status HTTP status
 * @param body the body as text
 * @param retryAfter how long the gateway asks to wait, if it does
 */
record Answer(int status, String body, @Nullable Duration retryAfter) {

    /** The one JSON object in the body; empty for HTML, nothing, or any other text. */
    Optional<JsonObject> json() {
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

    boolean isSuccessful() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
