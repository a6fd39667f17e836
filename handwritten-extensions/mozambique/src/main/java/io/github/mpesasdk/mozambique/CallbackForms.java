package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.core.message.NormalForm;
import io.github.mpesasdk.mozambiqueapi.model.QueryCustomerNameCallback;
import io.github.mpesasdk.mozambiqueapi.model.QueryTransactionStatusCallback;
import io.github.mpesasdk.mozambiqueapi.model.TransactionCallback;
import io.github.mpesasdk.mozambiqueapi.model.TransactionStatus;
import org.jspecify.annotations.Nullable;

/** Callbacks in normal form. */
final class CallbackForms {

    private CallbackForms() {}

    static Decoded decode(MozambiqueCallback callback) {
        if (callback instanceof MozambiqueCallback.Status status) {
            return status(status.payload());
        }
        if (callback instanceof MozambiqueCallback.CustomerName name) {
            return customerName(name.payload());
        }
        return transaction(((MozambiqueCallback.Transaction) callback).payload());
    }

    private static Decoded transaction(TransactionCallback callback) {
        return MozambiqueDialect.form("transactionCallback")
                .code(callback.resultCode(), callback.resultDescription())
                .id("input_OriginalConversationID", callback.originalConversationId())
                .id(MozambiqueMessages.ID, callback.thirdPartyReference())
                .id("input_TransactionID", callback.transactionId())
                .unknown(callback)
                .as(Decoded.State.of(MozambiqueOutcomes.code("", callback.resultCode(), callback.resultDescription())));
    }

    private static Decoded status(QueryTransactionStatusCallback callback) {
        String word = word(callback.responseTransactionStatus());
        Code question = MozambiqueOutcomes.code(
                MozambiqueOutcomes.STATUS_QUERY, callback.resultCode(), callback.resultDescription());
        NormalForm form = MozambiqueDialect.form("statusCallback")
                .code(callback.resultCode(), callback.resultDescription())
                .id("input_OriginalConversationID", callback.originalConversationId())
                .id(MozambiqueMessages.ID, callback.thirdPartyReference())
                .id("input_TransactionID", callback.transactionId())
                .value("input_ResponseTransactionStatus", word)
                .unknown(callback);
        return form.as(
                question.kind() == CodeKind.SUCCESS
                        ? Decoded.State.of(MozambiqueOutcomes.status(word))
                        : Decoded.State.UNKNOWN);
    }

    private static Decoded customerName(QueryCustomerNameCallback callback) {
        Code code = MozambiqueOutcomes.code(
                MozambiqueOutcomes.NAME_QUERY, callback.resultCode(), callback.resultDescription());
        return MozambiqueDialect.form("customerNameCallback")
                .code(callback.resultCode(), callback.resultDescription())
                .id("input_OriginalConversationID", callback.originalConversationId())
                .id(MozambiqueMessages.ID, callback.thirdPartyReference())
                .value("input_CustomerName", callback.customerName())
                .unknown(callback)
                .as(Decoded.State.of(code));
    }

    /** The word for the state of a transaction; empty where there is none. */
    static String word(@Nullable TransactionStatus status) {
        return status == null ? "" : status.value();
    }
}
