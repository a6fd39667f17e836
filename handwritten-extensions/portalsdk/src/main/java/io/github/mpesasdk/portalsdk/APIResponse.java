package io.github.mpesasdk.portalsdk;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.mpesasdk.core.transport.RawAnswer;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.Headers;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * An answer that arrived whole, whatever its status and its body. Immutable and thread-safe. {@code toString} shows the
 * status only: bodies hold session ids and names.
 */
public final class APIResponse {

    private final int statusCode;
    private final String protocol;
    private final String reason;
    private final Map<String, List<String>> headers;
    private final String body;
    private final Map<String, String> parameters;

    private APIResponse(RawAnswer answer) {
        this.statusCode = answer.status();
        this.protocol = answer.protocol().toUpperCase(Locale.ROOT);
        this.reason = answer.reason();
        this.headers = copy(answer.headers());
        this.body = answer.body().string(charset(answer.headers().get("Content-Type")));
        this.parameters = Collections.unmodifiableMap(fields(body));
    }

    static APIResponse of(RawAnswer answer) {
        return new APIResponse(answer);
    }

    /** HTTP status, for example 201. */
    public int getStatusCode() {
        return statusCode;
    }

    /** The word behind the status, for example {@code Created}; empty if the gateway sent none. */
    public String getReason() {
        return reason;
    }

    /** Protocol, status and reason, for example {@code HTTP/1.1 201 Created}. */
    public String getStatusLine() {
        return (protocol + " " + statusCode + " " + reason).strip();
    }

    /** The headers, by their names in any case of letters. */
    public Map<String, List<String>> getHeaders() {
        return headers;
    }

    /** The body as it came, JSON or not; the same as {@link #getBody}. May hold secrets: do not log it. */
    public String getResult() {
        return body;
    }

    /** The body as it came: JSON, HTML, any other text, or empty. May hold secrets: do not log it. */
    public String getBody() {
        return body;
    }

    /**
     * The fields of the JSON object in the body, in their order: texts without their quotes, numbers with their digits
     * as they came, objects and lists as JSON, nulls left out. Empty if the body is no JSON object.
     */
    public Map<String, String> getParameters() {
        return parameters;
    }

    /** One of {@link #getParameters}, for example {@code output_ResponseCode}, or null if it did not come. */
    public @Nullable String getParameter(String name) {
        return parameters.get(name);
    }

    private static Map<String, List<String>> copy(Headers headers) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.names().forEach(name -> copy.put(name, headers.values(name)));
        return Collections.unmodifiableMap(copy);
    }

    private static Charset charset(@Nullable String contentType) {
        MediaType type = contentType == null ? null : MediaType.parse(contentType);
        Charset told = type == null ? null : type.charset(StandardCharsets.UTF_8);
        return told == null ? StandardCharsets.UTF_8 : told;
    }

    private static Map<String, String> fields(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            // The parser is lenient: a raw line break in the gateway's words must not make its answer unreadable.
            JsonReader reader = new JsonReader(new StringReader(body));
            JsonElement element = JsonParser.parseReader(reader);
            if (element.isJsonObject() && reader.peek() == JsonToken.END_DOCUMENT) {
                element.getAsJsonObject().asMap().forEach((name, value) -> put(fields, name, value));
            }
        } catch (JsonParseException | IllegalStateException | IOException notJson) {
            return Map.of();
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, JsonElement value) {
        if (!value.isJsonNull()) {
            fields.put(name, value.isJsonPrimitive() ? value.getAsString() : value.toString());
        }
    }

    @Override
    public String toString() {
        return "APIResponse[" + statusCode + "]";
    }
}
