package io.github.mpesasdk.sandbox.market;

import io.github.mpesasdk.sandbox.bounds.Characters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as it reached the sandbox.
 *
 * @param port the port it came in by
 * @param method upper case
 * @param path without the query
 * @param query decoded, the first value of each parameter
 * @param headers the first value of each header, looked up in any case
 * @param body as text, empty if there is none, or it cannot be read
 * @param fault why the body cannot be read; empty if it can
 */
public record MarketRequest(
        int port,
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        Optional<BodyFault> fault) {

    /** The value of a header, or null. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** How many characters it has: those of its path, its query, its headers and its body. */
    public int length() {
        return path.length() + Characters.in(query) + Characters.in(headers) + body.length();
    }

    /** Whether it says that its body is JSON. */
    public boolean isJson() {
        String type = header("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    /** What follows the scheme in the Authorization header, if the scheme is this one. */
    public Optional<String> authorization(String scheme) {
        return Optional.ofNullable(header("Authorization"))
                .filter(value -> value.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1))
                .map(value -> value.substring(scheme.length() + 1).trim());
    }

    /**
     * The site that a request comes from, or null. A browser names none for a {@code GET} from a page to its own
     * server, and lets no script add one; then it is the sandbox's own page.
     */
    public @Nullable String origin() {
        String referer = header("Referer");
        String host = header("Host");
        boolean fromPage = ("http://" + host + "/").equals(referer) || ("https://" + host + "/").equals(referer);
        return header("Origin") == null && referer != null && fromPage
                ? referer.substring(0, referer.length() - 1)
                : header("Origin");
    }

    /** The same request at another path. */
    public MarketRequest at(String otherPath) {
        return new MarketRequest(port, method, otherPath, query, headers, body, fault);
    }

    /** The same request with another body. */
    public MarketRequest saying(String otherBody) {
        return new MarketRequest(port, method, path, query, headers, otherBody, Optional.empty());
    }

    @Override
    public String toString() {
        return "MarketRequest[" + method + " " + path + "]";
    }
}
