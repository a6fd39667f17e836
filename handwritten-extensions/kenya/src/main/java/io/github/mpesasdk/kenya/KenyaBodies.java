package io.github.mpesasdk.kenya;

import com.google.gson.JsonObject;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.daraja.model.C2bNotification;
import io.github.mpesasdk.daraja.model.Result;
import io.github.mpesasdk.daraja.model.ResultEnvelope;
import io.github.mpesasdk.daraja.model.StkCallback;
import io.github.mpesasdk.daraja.model.StkCallbackBody;
import io.github.mpesasdk.daraja.model.StkCallbackEnvelope;
import io.github.mpesasdk.runtime.TextOrNumber;
import java.util.Optional;

/**
 * Tells Kenyan bodies apart by their shape. Untrusted input: whatever it is, only {@link UnreadableBodyException} comes
 * out.
 */
final class KenyaBodies {

    private KenyaBodies() {}

    /**
     * The callback in a body.
     *
     * @param underTimeoutAddress whether it arrived under the address for queue time-outs
     */
    static Optional<KenyaCallback> callback(JsonObject body, boolean underTimeoutAddress) {
        if (body.has("Body") && body.has("Result")) {
            // Two callbacks in one can be read in two ways.
            return Optional.empty();
        }
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
                .orElseThrow(() -> unreadable("its Body holds no stkCallback", body));
    }

    private static Result result(JsonObject body) {
        return Optional.ofNullable(ResultEnvelope.ADAPTER.fromJsonTree(body).result())
                .orElseThrow(() -> unreadable("its Result is not an object", body));
    }

    private static UnreadableBodyException unreadable(String reason, JsonObject body) {
        return new UnreadableBodyException(DarajaDialect.MARKET, reason, body.toString(), null);
    }
}
