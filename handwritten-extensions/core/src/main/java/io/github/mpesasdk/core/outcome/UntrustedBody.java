package io.github.mpesasdk.core.outcome;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.mpesasdk.UnreadableBodyException;
import java.io.IOException;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/**
 * A body from outside, which anybody may have sent. Whatever it is, only {@link UnreadableBodyException} comes out.
 * Immutable.
 */
public final class UntrustedBody {

    // Real bodies have less than two kilobytes.
    private static final int LARGEST = 1 << 20;

    private final String market;
    private final String text;

    private UntrustedBody(String market, String text) {
        this.market = market;
        this.text = text;
    }

    /**
     * A body that is to be one of this market's.
     *
     * @throws UnreadableBodyException if it is empty, or larger than any
     */
    public static UntrustedBody of(String market, String text) {
        if (text.length() > LARGEST) {
            throw new UnreadableBodyException(market, "it is larger than a megabyte", null, null);
        }
        UntrustedBody body = new UntrustedBody(market, text);
        if (text.isBlank()) {
            throw body.unreadable("it is empty");
        }
        return body;
    }

    /**
     * The one JSON object that it is.
     *
     * @throws UnreadableBodyException if it is anything else
     */
    public JsonObject json() {
        if (text.stripLeading().startsWith("<")) {
            throw unreadable("it is HTML or XML, not JSON");
        }
        try {
            JsonReader reader = new JsonReader(new StringReader(text));
            JsonElement element = JsonParser.parseReader(reader);
            if (!element.isJsonObject() || reader.peek() != JsonToken.END_DOCUMENT) {
                throw unreadable("it is not one JSON object");
            }
            return element.getAsJsonObject();
        } catch (JsonParseException | IOException broken) {
            throw unreadable("it is not JSON", broken);
        }
    }

    /** The error to throw for this body. */
    public UnreadableBodyException unreadable(String reason) {
        return unreadable(reason, null);
    }

    private UnreadableBodyException unreadable(String reason, @Nullable Throwable cause) {
        return new UnreadableBodyException(market, reason, text, cause);
    }
}
