package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.mozambiqueapi.api.CustomerApi;
import io.github.mpesasdk.mozambiqueapi.api.TransactionApi;
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
        return WireText.form("transactionCallback")
                .code(callback.resultCode(), callback.resultDescription())
                .id("input_OriginalConversationID", callback.originalConversationId())
                .id("input_ThirdPartyReference", callback.thirdPartyReference())
                .id("input_TransactionID", callback.transactionId())
                .unknown(callback)
                .as(Decoded.State.of(MozambiqueOutcomes.code("", callback.resultCode())));
    }

    private static Decoded status(QueryTransactionStatusCallback callback) {
        TransactionStatus status = callback.responseTransactionStatus();
        Code question = MozambiqueOutcomes.code(TransactionApi.QUERY_TRANSACTION_STATUS.id(), callback.resultCode());
        return WireText.form("statusCallback")
                .code(callback.resultCode(), callback.resultDescription())
                .id("input_OriginalConversationID", callback.originalConversationId())
                .id("input_ThirdPartyReference", callback.thirdPartyReference())
                .id("input_TransactionID", callback.transactionId())
                .value("input_ResponseTransactionStatus", text(status))
                .unknown(callback)
                .as(
                        question.kind() == CodeKind.SUCCESS
                                ? Decoded.State.of(MozambiqueOutcomes.word(status))
                                : Decoded.State.UNKNOWN);
    }

    private static Decoded customerName(QueryCustomerNameCallback callback) {
        Code code = MozambiqueOutcomes.code(CustomerApi.QUERY_CUSTOMER_NAME.id(), callback.resultCode());
        return WireText.form("customerNameCallback")
                .code(callback.resultCode(), callback.resultDescription())
                .id("input_OriginalConversationID", callback.originalConversationId())
                .id("input_ThirdPartyReference", callback.thirdPartyReference())
                .value("input_CustomerName", callback.customerName())
                .unknown(callback)
                .as(Decoded.State.of(code));
    }

    static @Nullable String text(@Nullable TransactionStatus status) {
        return status == null ? null : status.value();
    }
}
