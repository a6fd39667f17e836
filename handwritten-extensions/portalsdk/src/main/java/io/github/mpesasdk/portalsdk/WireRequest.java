package io.github.mpesasdk.portalsdk;

import com.google.gson.JsonObject;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.core.transport.BaseUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Makes the HTTP request of a context, or says what is wrong with the context. */
final class WireRequest {

    // Some firewalls in front of gateways refuse requests without one.
    private static final String USER_AGENT = "mpesa-sdk-java";
    private static final int HIGHEST_PORT = 65_535;

    private final APIContext context;

    WireRequest(APIContext context) {
        this.context = context;
    }

    Request of(String bearer, OneSend send) {
        Request.Builder request = new Request.Builder()
                .url(url())
                .method(context.getMethodType().name(), body())
                .header("Accept", "application/json")
                .header("User-Agent", USER_AGENT)
                .tag(OneSend.class, send);
        context.getHeaders().forEach((name, value) -> addHeader(request, name, value));
        return request.header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + bearer)
                .build();
    }

    private static void addHeader(Request.Builder request, String name, String value) {
        try {
            request.header(name, value);
        } catch (IllegalArgumentException quotesTheValue) {
            throw refused("headers", "must have names and values of printable ASCII characters");
        }
    }

    private HttpUrl url() {
        HttpUrl.Builder url = host().newBuilder();
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

    private HttpUrl host() {
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

    private @Nullable RequestBody body() {
        return context.getMethodType().hasBody() ? new OneShotJson(json(context.getParameters())) : null;
    }

    private static String json(Map<String, String> parameters) {
        JsonObject object = new JsonObject();
        parameters.forEach(object::addProperty);
        return object.toString();
    }

    private static InvalidInputException refused(String field, String rule) {
        return new InvalidInputException("The API context", field, rule);
    }

    /** A body that OkHttp does not write twice. */
    private static final class OneShotJson extends RequestBody {

        private final byte[] bytes;

        OneShotJson(String json) {
            this.bytes = json.getBytes(StandardCharsets.UTF_8);
        }

        // The header of the request says it, as on requests without a body.
        @Override
        public @Nullable MediaType contentType() {
            return null;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }
}
