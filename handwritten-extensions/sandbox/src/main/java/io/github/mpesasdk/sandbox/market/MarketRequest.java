package io.github.mpesasdk.sandbox.market;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as it reached the sandbox.
 *
 * @param method upper case
 * @param path without the query
 * @param query decoded, the first value of each parameter
 * @param headers the first value of each header, looked up in any case
 * @param body as text, empty if there is none
 */
public record MarketRequest(
        String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    /** The value of a header, or null. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    @Override
    public String toString() {
        return "MarketRequest[" + method + " " + path + "]";
    }
}
