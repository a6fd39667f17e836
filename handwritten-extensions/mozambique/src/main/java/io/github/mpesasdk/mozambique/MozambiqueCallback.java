package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.mozambiqueapi.model.QueryCustomerNameCallback;
import io.github.mpesasdk.mozambiqueapi.model.QueryTransactionStatusCallback;
import io.github.mpesasdk.mozambiqueapi.model.TransactionCallback;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Vodacom posts to us, typed. The records are the spec's; {@code toString} hides what is personal. No field says
 * which operation is answered: the kinds are told apart by the fields that only one of them has.
 */
public sealed interface MozambiqueCallback {

    /** Our id of the request that is answered. */
    @Nullable
    String thirdPartyReference();

    /** The gateway's id of the request that is answered. */
    @Nullable
    String originalConversationId();

    /** What became of it, as in the catalogue. */
    @Nullable
    String resultCode();

    /** The outcome of a payment or a reversal. */
    record Transaction(TransactionCallback payload) implements MozambiqueCallback {

        @Override
        public @Nullable String thirdPartyReference() {
            return payload.thirdPartyReference();
        }

        @Override
        public @Nullable String originalConversationId() {
            return payload.originalConversationId();
        }

        @Override
        public @Nullable String resultCode() {
            return payload.resultCode();
        }

        Optional<String> transactionId() {
            return WireText.present(payload.transactionId());
        }

        Map<String, String> details() {
            return WireText.all(TransactionCallback.ADAPTER.toJsonTree(payload));
        }
    }

    /** The answer to a status question. */
    record Status(QueryTransactionStatusCallback payload) implements MozambiqueCallback {

        @Override
        public @Nullable String thirdPartyReference() {
            return payload.thirdPartyReference();
        }

        @Override
        public @Nullable String originalConversationId() {
            return payload.originalConversationId();
        }

        @Override
        public @Nullable String resultCode() {
            return payload.resultCode();
        }

        Optional<String> transactionId() {
            return WireText.present(payload.transactionId());
        }

        Map<String, String> details() {
            return WireText.all(QueryTransactionStatusCallback.ADAPTER.toJsonTree(payload));
        }
    }

    /** The name of a customer. */
    record CustomerName(QueryCustomerNameCallback payload) implements MozambiqueCallback {

        @Override
        public @Nullable String thirdPartyReference() {
            return payload.thirdPartyReference();
        }

        @Override
        public @Nullable String originalConversationId() {
            return payload.originalConversationId();
        }

        @Override
        public @Nullable String resultCode() {
            return payload.resultCode();
        }
    }
}
