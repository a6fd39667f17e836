package io.github.mpesasdk.conformance;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.cli.conformance.SoapMessage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the wire.
 *
 * @param method in capitals
 * @param path without the query
 * @param query the parameters, decoded
 * @param headers by their names in small letters
 * @param body as text
 */
record WireRequest(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    private static final int HEAD_LIMIT = 1 << 16;

    static WireRequest read(InputStream in) throws IOException {
        String[] start = line(in).split(" ", -1);
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).trim());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        URI target = URI.create(start[1]);
        return new WireRequest(
                start[0],
                target.getPath(),
                query(target.getRawQuery()),
                headers,
                new String(body, StandardCharsets.UTF_8));
    }

    /** What the body says, by wire names. */
    JsonObject content() {
        return body.startsWith("{")
                ? JsonParser.parseString(body).getAsJsonObject()
                : SoapMessage.read(body).content();
    }

    /** A field of the body or of the query. */
    Optional<String> field(String name) {
        return body.isEmpty() ? Optional.ofNullable(query.get(name)) : ConformanceCase.text(content(), name);
    }

    /** Whether it has the value in a field that a case says is sent. */
    boolean asks(ConformanceCase played, String field) {
        JsonObject expected = Optional.ofNullable(played.request()).orElseGet(JsonObject::new);
        return expected.has("query")
                && ConformanceCase.text(expected.getAsJsonObject("query"), field)
                        .equals(field(field));
    }

    /** Whether it is meant for an operation, with this base before the path of the spec. */
    boolean isFor(SpecOperation operation, String base) {
        return path.equals(base + operation.address())
                && operation
                        .event()
                        .map(event -> event.get("id").getAsString())
                        .map(id -> id.equals(SoapMessage.read(body).event()))
                        .orElse(true);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > HEAD_LIMIT) {
                throw new EOFException("no complete request");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> parameters = new TreeMap<>();
        if (raw != null) {
            for (String parameter : raw.split("&", -1)) {
                String[] parts = parameter.split("=", 2);
                parameters.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
