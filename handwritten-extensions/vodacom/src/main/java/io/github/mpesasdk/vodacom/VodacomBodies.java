package io.github.mpesasdk.vodacom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.mpesasdk.error.UnreadableBodyException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads bodies from outside. Whatever comes in, only {@link UnreadableBodyException} comes out. */
final class VodacomBodies {

    // Real callbacks have less than a kilobyte.
    private static final int LARGEST = 1 << 20;

    private VodacomBodies() {}

    /** The JSON object in a body. */
    static JsonObject object(String body) {
        if (body.isBlank()) {
            throw unreadable("it is empty", body, null);
        }
        if (body.length() > LARGEST) {
            throw unreadable("it is larger than a megabyte", null, null);
        }
        if (body.stripLeading().startsWith("<")) {
            throw unreadable("it is HTML or XML, not JSON", body, null);
        }
        try {
            JsonReader reader = new JsonReader(new StringReader(body));
            JsonElement element = JsonParser.parseReader(reader);
            if (!element.isJsonObject() || reader.peek() != JsonToken.END_DOCUMENT) {
                throw unreadable("it is not one JSON object", body, null);
            }
            return element.getAsJsonObject();
        } catch (JsonParseException | IOException broken) {
            throw unreadable("it is not JSON", body, broken);
        }
    }

    /** The callback in a body; a request of ours has the same prefix, but no result. */
    static Optional<Heard> callback(JsonObject body) {
        WireFields fields = WireFields.ofCallback(body);
        return fields.code().isEmpty()
                ? Optional.empty()
                : Optional.of(new Heard(CallbackShape.of(fields).read(body), fields));
    }

    static UnreadableBodyException unreadable(String reason, @Nullable String body, @Nullable Throwable cause) {
        return new UnreadableBodyException(VodacomDialect.MARKET, reason, body, cause);
    }
}
