package io.github.mpesasdk.mozambique;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.mpesasdk.error.UnreadableBodyException;
import io.github.mpesasdk.mozambiqueapi.model.QueryCustomerNameCallback;
import io.github.mpesasdk.mozambiqueapi.model.QueryTransactionStatusCallback;
import io.github.mpesasdk.mozambiqueapi.model.TransactionCallback;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells bodies apart by their fields. Untrusted input: whatever it is, only {@link UnreadableBodyException} comes out.
 */
final class MozambiqueBodies {

    // Real bodies have less than a kilobyte.
    private static final int LARGEST = 1 << 20;

    private MozambiqueBodies() {}

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

    /** The callback in a body, if it is one. */
    static Optional<MozambiqueCallback> callback(JsonObject body) {
        boolean hasId = body.has("input_OriginalConversationID") || body.has("input_ThirdPartyReference");
        if (!hasId || !body.has("input_ResultCode")) {
            return Optional.empty();
        }
        if (body.has("input_ResponseTransactionStatus")) {
            return Optional.of(
                    new MozambiqueCallback.Status(QueryTransactionStatusCallback.ADAPTER.fromJsonTree(body)));
        }
        if (body.has("input_CustomerName")) {
            return Optional.of(
                    new MozambiqueCallback.CustomerName(QueryCustomerNameCallback.ADAPTER.fromJsonTree(body)));
        }
        return Optional.of(new MozambiqueCallback.Transaction(TransactionCallback.ADAPTER.fromJsonTree(body)));
    }

    static UnreadableBodyException unreadable(String reason, @Nullable String body, @Nullable Throwable cause) {
        return new UnreadableBodyException(MozambiqueDialect.MARKET, reason, body, cause);
    }
}
