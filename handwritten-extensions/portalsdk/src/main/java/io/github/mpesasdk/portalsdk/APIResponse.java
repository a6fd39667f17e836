package io.github.mpesasdk.portalsdk;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.net.ProtocolException;
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
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * An answer that arrived whole, whatever its status and its body. Immutable and thread-safe. {@code toString} shows the
 * status only: bodies hold session ids and names.
 */
public final class APIResponse {

    // Real answers have a few hundred bytes; a megabyte is an error page or an attack.
    private static final long LARGEST_BODY = 1 << 20;

    private final int statusCode;
    private final String protocol;
    private final String reason;
    private final Map<String, List<String>> headers;
    private final String body;
    private final Map<String, String> parameters;

    private APIResponse(int statusCode, String protocol, String reason, Headers headers, String body) {
        this.statusCode = statusCode;
        this.protocol = protocol;
        this.reason = reason;
        this.headers = copy(headers);
        this.body = body;
        this.parameters = Collections.unmodifiableMap(fields(body));
    }

    static APIResponse read(Response response, Headers headers) throws IOException {
        return new APIResponse(
                response.code(),
                response.protocol().toString().toUpperCase(Locale.ROOT),
                response.message(),
                headers,
                text(response));
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

    private static String text(Response response) throws IOException {
        BufferedSource source = response.body().source();
        Buffer buffer = new Buffer();
        while (buffer.size() <= LARGEST_BODY) {
            if (source.read(buffer, LARGEST_BODY) == -1) {
                return buffer.readString(charset(response.body().contentType()));
            }
        }
        throw new ProtocolException("the answer is larger than " + LARGEST_BODY + " bytes");
    }

    private static Charset charset(@Nullable MediaType type) {
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
