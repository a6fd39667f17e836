package io.github.mpesasdk.kenya;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.mpesasdk.daraja.model.C2bNotification;
import io.github.mpesasdk.daraja.model.Result;
import io.github.mpesasdk.daraja.model.ResultEnvelope;
import io.github.mpesasdk.daraja.model.StkCallback;
import io.github.mpesasdk.daraja.model.StkCallbackBody;
import io.github.mpesasdk.daraja.model.StkCallbackEnvelope;
import io.github.mpesasdk.error.UnreadableBodyException;
import io.github.mpesasdk.runtime.TextOrNumber;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells Kenyan bodies apart by their shape. Untrusted input: whatever it is, only {@link UnreadableBodyException} comes
 * out.
 */
final class KenyaBodies {

    // Real callbacks have less than two kilobytes.
    private static final int LARGEST = 1 << 20;

    private KenyaBodies() {}

    /** The JSON object in a body. */
    static JsonObject object(String body) {
        if (body.isBlank()) {
            throw unreadable("it is empty", body, null);
        }
        if (body.length() > LARGEST) {
            throw unreadable("it is larger than a megabyte", null, null);
        }
        if (body.stripLeading().startsWith("<")) {
            throw unreadable("it is HTML or XML, not JSON", body, null);
        }
        try {
            JsonReader reader = new JsonReader(new StringReader(body));
            JsonElement element = JsonParser.parseReader(reader);
            if (!element.isJsonObject() || reader.peek() != JsonToken.END_DOCUMENT) {
                throw unreadable("it is not one JSON object", body, null);
            }
            return element.getAsJsonObject();
        } catch (JsonParseException | IOException broken) {
            throw unreadable("it is not JSON", body, broken);
        }
    }

    /**
     * The callback in a body.
     *
     * @param underTimeoutAddress whether it arrived under the address for queue time-outs
     */
    static Optional<KenyaCallback> callback(JsonObject body, boolean underTimeoutAddress) {
        if (body.has("Body")) {
            return Optional.of(new KenyaCallback.StkResult(stkCallback(body)));
        }
        if (body.has("Result")) {
            Result result = result(body);
            boolean timeout = underTimeoutAddress || isWaiting(result);
            return Optional.of(
                    timeout ? new KenyaCallback.QueueTimeout(result) : new KenyaCallback.OperationResult(result));
        }
        if (body.has("TransID") && body.has("TransAmount")) {
            return Optional.of(new KenyaCallback.C2bPayment(C2bNotification.ADAPTER.fromJsonTree(body)));
        }
        return Optional.empty();
    }

    // ResultType 1 announces further messages, so whatever code stands beside it is not the last word.
    private static boolean isWaiting(Result result) {
        return Optional.ofNullable(result.resultType())
                .map(TextOrNumber::text)
                .filter("1"::equals)
                .isPresent();
    }

    private static StkCallback stkCallback(JsonObject body) {
        return Optional.ofNullable(
                        StkCallbackEnvelope.ADAPTER.fromJsonTree(body).body())
                .map(StkCallbackBody::stkCallback)
                .orElseThrow(() -> unreadable("its Body holds no stkCallback", body.toString(), null));
    }

    private static Result result(JsonObject body) {
        return Optional.ofNullable(ResultEnvelope.ADAPTER.fromJsonTree(body).result())
                .orElseThrow(() -> unreadable("its Result is not an object", body.toString(), null));
    }

    static UnreadableBodyException unreadable(String reason, @Nullable String body, @Nullable Throwable cause) {
        return new UnreadableBodyException(DarajaDialect.MARKET, reason, body, cause);
    }
}
