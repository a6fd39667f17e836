package io.github.mpesasdk.core.transport;

import com.google.gson.JsonObject;
import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.core.message.BodyKind;
import io.github.mpesasdk.core.message.GuardedJson;
import io.github.mpesasdk.runtime.Operation;
import java.util.Optional;
import okhttp3.MediaType;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Bodies that are one JSON object. */
final class JsonBodies implements BodyFormat {

    static final JsonBodies INSTANCE = new JsonBodies();

    // No charset parameter: JSON has none, and one gateway ignores a body whose type it does not expect.
    private static final String TYPE = "application/json";
    private static final MediaType MEDIA_TYPE = MediaType.get(TYPE);

    private JsonBodies() {}

    @Override
    public MediaType contentType() {
        return MEDIA_TYPE;
    }

    @Override
    public String accept() {
        return TYPE;
    }

    @Override
    public Buffer write(Operation<?, ?> operation, JsonObject request, @Nullable AccessToken token) {
        return JsonEncoding.of(request);
    }

    /** The one JSON object in the body; empty for HTML, nothing, or any other text. */
    @Override
    public Optional<JsonObject> read(Operation<?, ?> operation, String body) {
        try {
            return Optional.of(GuardedJson.read(body));
        } catch (GuardedJson.NotOneObjectException other) {
            return Optional.empty();
        }
    }

    @Override
    public String whatItIs(String body) {
        try {
            GuardedJson.read(body);
            return BodyKind.JSON_OBJECT.inWords();
        } catch (GuardedJson.NotOneObjectException other) {
            return other.reason();
        }
    }
}
