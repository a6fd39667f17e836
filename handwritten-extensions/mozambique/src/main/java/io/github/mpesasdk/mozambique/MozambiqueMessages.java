package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.mozambiqueapi.model.CallbackReply;
import io.github.mpesasdk.mozambiqueapi.model.CallbackReplyCode;
import java.util.Optional;

/** Callbacks as messages of the flow: what they belong to, what they name, and how they are answered. */
final class MozambiqueMessages {

    static final String ID = "input_ThirdPartyReference";
    private static final String CONVERSATION = "input_OriginalConversationID";
    private static final String RECEIPT = "input_TransactionID";

    private MozambiqueMessages() {}

    static Message<MozambiqueCallback> of(MozambiqueCallback event) {
        var form = CallbackForms.decode(event);
        return new Message<>(event, form, operation(event), form.ids().get(RECEIPT));
    }

    private static String operation(MozambiqueCallback event) {
        if (event instanceof MozambiqueCallback.Status) {
            return MozambiqueOutcomes.STATUS_QUERY;
        }
        return event instanceof MozambiqueCallback.CustomerName ? MozambiqueOutcomes.NAME_QUERY : "";
    }

    /** What a callback names its payment by. The id in the answer to a question is that of the question. */
    static Optional<Reference> name(String operation, Message<MozambiqueCallback> message) {
        if (MozambiqueOutcomes.isAboutStatus(operation, message)) {
            return Optional.ofNullable(message.receiptNumber())
                    .map(receipt -> reference("", MozambiqueMarket.RECEIPT, receipt));
        }
        return MozambiqueOutcomes.isAboutCustomer(operation, message)
                ? Optional.empty()
                : message.text(ID).map(id -> reference(operation, ID, id));
    }

    private static Reference reference(String operation, String field, String value) {
        return new Reference(MozambiqueDialect.MARKET, operation, field, value);
    }

    /** What Vodacom wants to hear. */
    static String acknowledgement(Message<MozambiqueCallback> message) {
        return CallbackReply.ADAPTER.toJson(CallbackReply.builder()
                .originalConversationId(message.text(CONVERSATION).orElse(""))
                .responseCode(CallbackReplyCode.ACCEPTED)
                .responseDescription("Successfully Accepted Result")
                .thirdPartyConversationId(message.text(ID).orElse(""))
                .build());
    }
}
