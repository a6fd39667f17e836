package io.github.mpesasdk.vodacom;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.vodacomapi.api.C2bApi;
import io.github.mpesasdk.vodacomapi.api.DirectDebitsApi;
import io.github.mpesasdk.vodacomapi.model.CallbackReply;
import io.github.mpesasdk.vodacomapi.model.CallbackReplyCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Callbacks as messages of the flow: what they belong to, what they name, and how they are answered. */
final class VodacomMessages {

    private static final String OTHER_NAME_OF_ID = "input_ThirdPartyReference";
    private static final String CONVERSATION = "input_OriginalConversationID";
    private static final String RECEIPT = "TransactionID";
    private static final String RECEIPT_ASKED_ABOUT = "OriginalTransactionID";

    private VodacomMessages() {}

    /** The callback in a body; a request of the client's own has the same prefix, but no result. */
    static Optional<Message<VodacomCallback>> of(JsonObject body) {
        WireFields fields = WireFields.ofCallback(body);
        if (fields.code().isEmpty()) {
            return Optional.empty();
        }
        CallbackShape shape = CallbackShape.of(fields);
        return Optional.of(new Message<>(
                shape.read(body), BodyForms.callback(shape, fields), shape.operation(), receipt(shape, fields)));
    }

    private static @Nullable String receipt(CallbackShape shape, WireFields fields) {
        return fields.text(shape == CallbackShape.STATUS ? RECEIPT_ASKED_ABOUT : RECEIPT)
                .orElse(null);
    }

    /** The id of a request that a message repeats, under either of its names. */
    static Optional<String> id(Message<VodacomCallback> message) {
        return message.text(VodacomMarket.ID).or(() -> message.text(OTHER_NAME_OF_ID));
    }

    /** What a callback names its payment by. The id in the answer to a question is that of the question. */
    static Optional<Reference> name(String operation, Message<VodacomCallback> message) {
        if (VodacomOutcomes.isAboutStatus(operation, message)) {
            return Optional.ofNullable(message.receiptNumber())
                    .map(receipt -> reference("", VodacomMarket.QUERY_REFERENCE, receipt));
        }
        return VodacomOutcomes.isAboutPayment(operation, message)
                ? id(message).map(id -> reference(operation, VodacomMarket.ID, id))
                : Optional.empty();
    }

    static Reference reference(String operation, String field, String value) {
        return new Reference(VodacomDialect.MARKET, operation, field, value);
    }

    /** What the gateway wants to hear. */
    static String acknowledgement(String operation, Message<VodacomCallback> message) {
        return CallbackReply.ADAPTER.toJson(CallbackReply.builder()
                .originalConversationId(message.text(CONVERSATION).orElse(""))
                .responseCode(replyCode(operation, message))
                .responseDescription("Successfully Accepted Result")
                .thirdPartyConversationId(id(message).orElse(""))
                .build());
    }

    private static CallbackReplyCode replyCode(String operation, Message<VodacomCallback> message) {
        boolean isAboutMandate = message.event() instanceof VodacomCallback.MandateState
                || operation.equals(DirectDebitsApi.QUERY_DIRECT_DEBIT.id());
        if (isAboutMandate) {
            return CallbackReplyCode.DIRECT_DEBIT_QUERY_ACCEPTED;
        }
        // Its callback has the fields of any other payment; only the operation tells.
        return operation.equals(C2bApi.UPDATE_TRANSACTION_STATUS.id())
                ? CallbackReplyCode.VOUCHER_ACCEPTED
                : CallbackReplyCode.ACCEPTED;
    }
}
