package io.github.mpesasdk.core.transport;

import com.google.gson.JsonObject;
import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.core.message.BodyKind;
import io.github.mpesasdk.runtime.Operation;
import java.util.List;
import java.util.Optional;
import okhttp3.MediaType;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * How requests and answers are written in the body. Above it, every message is a JSON object of wire names, so that one
 * set of money rules serves gateways that speak JSON and gateways that do not. Implementations are thread-safe.
 */
public interface BodyFormat {

    /** One JSON object. */
    static BodyFormat json() {
        return JsonBodies.INSTANCE;
    }

    /** The media type of requests, as the {@code Content-Type} header has it. */
    MediaType contentType();

    /** The media type that answers should have. */
    String accept();

    /**
     * Writes a request, into a buffer that belongs to the caller.
     *
     * @param token the token, for operations whose requests carry it in the body; null for all others
     */
    Buffer write(Operation<?, ?> operation, JsonObject request, @Nullable AccessToken token);

    /** The values of a request that cannot be written in this form, each with the rule that it breaks. */
    default List<Violation> unwritable(JsonObject request) {
        return List.of();
    }

    /** Reads an answer; empty for a body of any other form, which then says nothing. */
    Optional<JsonObject> read(Operation<?, ?> operation, String body);

    /** An answer as errors may keep it: without the credentials that a gateway repeats. */
    default String keepable(Operation<?, ?> operation, String body) {
        return body;
    }

    /** What a body is that cannot be read, in words: {@code it is an HTML page}. */
    default String whatItIs(String body) {
        return BodyKind.of(body).inWords();
    }

    /** The words of a body that cannot be read, uncleaned; null for a form that tells people nothing. */
    default @Nullable String words(String body) {
        return BodyKind.of(body) == BodyKind.TEXT ? body : null;
    }
}
