package io.github.mpesasdk.mozambique;

import com.google.gson.JsonObject;
import io.github.mpesasdk.mozambiqueapi.model.QueryCustomerNameCallback;
import io.github.mpesasdk.mozambiqueapi.model.QueryTransactionStatusCallback;
import io.github.mpesasdk.mozambiqueapi.model.TransactionCallback;
import java.util.Optional;

/**
 * Tells bodies apart by their fields. Untrusted input: whatever it is, only {@link UnreadableBodyException} comes out.
 */
final class MozambiqueBodies {

    private MozambiqueBodies() {}

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
}
