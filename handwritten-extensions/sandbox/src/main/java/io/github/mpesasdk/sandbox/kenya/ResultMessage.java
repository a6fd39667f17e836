package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.ledger.Conversation;
import io.github.mpesasdk.sandbox.market.JsonFields;

/** A result as the gateway posts it, as recorded: numbers where they can be, and a bare object for a list of one. */
final class ResultMessage {

    private final JsonFields result;
    private final Items parameters = new Items("Key", "Value");
    private final Items references = new Items("Key", "Value");

    ResultMessage(Conversation conversation, ResultCode code, String transactionId) {
        this(conversation, 0, code.number(), code.words(), transactionId);
    }

    private ResultMessage(Conversation conversation, int type, JsonPrimitive code, String words, String transactionId) {
        result = JsonFields.with("ResultType", new JsonPrimitive(type))
                .and("ResultCode", code)
                .and("ResultDesc", words)
                .and("OriginatorConversationID", conversation.senderId())
                .and("ConversationID", conversation.id())
                .and("TransactionID", transactionId);
    }

    /** The notice of a timeout. No capture of one is public: the shape is assumed, with fewer fields than a result. */
    static ResultMessage queueTimeout(Conversation conversation, String noReceipt, String url) {
        return new ResultMessage(conversation, 1, new JsonPrimitive(1), "The service request timed out.", noReceipt)
                .reference("QueueTimeoutURL", url);
    }

    ResultMessage parameter(String key, String value) {
        parameters.add(key, value);
        return this;
    }

    ResultMessage parameter(String key, Number value) {
        parameters.add(key, value);
        return this;
    }

    /** A key without a value. */
    ResultMessage parameter(String key) {
        parameters.add(key);
        return this;
    }

    /** What the sender left out comes back as a key without a value, and what is all digits as a number. */
    ResultMessage reference(String key, String value) {
        if (value.matches("\\d{1,18}")) {
            references.add(key, Long.valueOf(value));
        } else if (value.isEmpty()) {
            references.add(key);
        } else {
            references.add(key, value);
        }
        return this;
    }

    String json() {
        if (!parameters.isEmpty()) {
            result.and("ResultParameters", JsonFields.with("ResultParameter", parameters.orOnlyOne()));
        }
        if (!references.isEmpty()) {
            result.and("ReferenceData", JsonFields.with("ReferenceItem", references.orOnlyOne()));
        }
        return JsonFields.with("Result", result).json().toString();
    }
}
