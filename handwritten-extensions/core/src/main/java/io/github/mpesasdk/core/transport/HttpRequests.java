package io.github.mpesasdk.core.transport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.runtime.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Makes the HTTP requests of one call; each is sent at most once. */
final class HttpRequests {

    // Some firewalls in front of gateways refuse requests without one.
    private static final String USER_AGENT = "mpesa-sdk-java";

    private final BaseUrl base;
    private final Operation<?, ?> operation;
    private final Dialect dialect;
    private final JsonObject fields;

    HttpRequests(BaseUrl base, Operation<?, ?> operation, Dialect dialect, JsonObject fields) {
        this.base = base;
        this.operation = operation;
        this.dialect = dialect;
        this.fields = fields;
    }

    Request next(@Nullable String authorization, @Nullable AccessToken token, SendGuard guard) {
        Request.Builder request = new Request.Builder()
                .url(url())
                .method(operation.method(), body(token, guard))
                .header("Accept", dialect.bodies().accept())
                .header("User-Agent", USER_AGENT);
        for (Map.Entry<String, String> header : dialect.headers().entrySet()) {
            request.header(header.getKey(), header.getValue());
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }

    /** The fields of the request, by wire name. */
    JsonObject fields() {
        return fields;
    }

    /** The address of the operation. */
    HttpUrl address() {
        return base.resolve(operation);
    }

    /** Host and port, for messages. */
    String target() {
        return address().host() + ":" + address().port();
    }

    private HttpUrl url() {
        HttpUrl url = address();
        if (operation.input() == Operation.Input.BODY) {
            return url;
        }
        HttpUrl.Builder withQuery = url.newBuilder();
        for (Map.Entry<String, JsonElement> field : fields.entrySet()) {
            withQuery.addQueryParameter(field.getKey(), field.getValue().getAsString());
        }
        return withQuery.build();
    }

    private @Nullable RequestBody body(@Nullable AccessToken token, SendGuard guard) {
        if (operation.input() == Operation.Input.QUERY) {
            return null;
        }
        BodyFormat bodies = dialect.bodies();
        return new OneShotBody(bodies.contentType(), bodies.write(operation, fields, token), guard);
    }

    /** What names the payment if its answer is lost. */
    @Nullable
    Reference reference() {
        return operation
                .reference()
                .filter(fields::has)
                .map(field -> new Reference(
                        dialect.market(),
                        operation.id(),
                        field,
                        fields.get(field).getAsString()))
                .orElse(null);
    }

    /** Every secret or personal text that was sent: a gateway that echoes one must not put it into a message. */
    List<String> hiddenTexts() {
        List<String> texts = new ArrayList<>();
        for (Map.Entry<String, JsonElement> part : fields.entrySet()) {
            boolean isShown = operation.requestAdapter().fields().stream()
                    .anyMatch(field -> !field.isHidden() && field.name().equals(part.getKey()));
            if (!isShown
                    && part.getValue().isJsonPrimitive()
                    && part.getValue().getAsString().length() > 4) {
                texts.add(part.getValue().getAsString());
            }
        }
        return texts;
    }
}
