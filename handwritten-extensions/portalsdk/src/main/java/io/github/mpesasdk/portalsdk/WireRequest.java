package io.github.mpesasdk.portalsdk;

import com.google.gson.JsonObject;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.core.transport.BaseUrl;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What a context sends. {@code toString} shows the path only.
 *
 * @param body the JSON object; null for a method without a body
 */
record WireRequest(HttpUrl url, Headers headers, @Nullable String body) {

    // Some firewalls in front of gateways refuse requests without one.
    private static final String USER_AGENT = "mpesa-sdk-java";
    private static final int HIGHEST_PORT = 65_535;

    /**
     * The request of a context.
     *
     * @throws InvalidInputException if the context is wrong
     */
    static WireRequest of(APIContext context, String bearer) {
        Headers.Builder headers =
                new Headers.Builder().set("Accept", "application/json").set("User-Agent", USER_AGENT);
        context.getHeaders().forEach((name, value) -> add(headers, name, value));
        headers.set("Content-Type", "application/json").set("Authorization", "Bearer " + bearer);
        boolean hasBody = context.getMethodType().hasBody();
        return new WireRequest(urlOf(context), headers.build(), hasBody ? json(context.getParameters()) : null);
    }

    private static void add(Headers.Builder headers, String name, String value) {
        try {
            headers.set(name, value);
        } catch (IllegalArgumentException quotesTheValue) {
            throw refused("headers", "must have names and values of printable ASCII characters");
        }
    }

    private static HttpUrl urlOf(APIContext context) {
        HttpUrl.Builder url = host(context).newBuilder();
        String path = context.getPath();
        if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
            throw refused("path", "must start with / and have no query; parameters are added with addParameter");
        }
        url.encodedPath(path);
        if (!context.getMethodType().hasBody()) {
            context.getParameters().forEach(url::addQueryParameter);
        }
        return url.build();
    }

    private static HttpUrl host(APIContext context) {
        if (context.getPort() < 1 || context.getPort() > HIGHEST_PORT) {
            throw refused("port", "must be 1 to " + HIGHEST_PORT);
        }
        HttpUrl host;
        try {
            host = new HttpUrl.Builder()
                    .scheme(context.isSsl() ? "https" : "http")
                    .host(context.getAddress())
                    .port(context.getPort())
                    .build();
        } catch (IllegalArgumentException noHost) {
            throw refused("address", "must be a host name alone, without https:// and without a path");
        }
        if (!context.isSsl() && !BaseUrl.insecure(host.uri()).isLoopback()) {
            throw refused("ssl", "must be true: clear http:// is only for this machine");
        }
        return host;
    }

    private static String json(Map<String, String> parameters) {
        JsonObject object = new JsonObject();
        parameters.forEach(object::addProperty);
        return object.toString();
    }

    private static InvalidInputException refused(String field, String rule) {
        return new InvalidInputException("The API context", field, rule);
    }

    @Override
    public String toString() {
        return "WireRequest[" + url.encodedPath() + "]";
    }
}
