package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.ledger.Conversation;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.market.JsonFields;
import java.util.ArrayList;
import java.util.List;

/** A result as the gateway posts it, as recorded: numbers where they can be, and a bare object for a list of one. */
final class ResultMessage {

    private final Conversation conversation;
    private final ResultCode code;
    private final String transactionId;
    private final List<JsonObject> parameters = new ArrayList<>();
    private final List<JsonObject> references = new ArrayList<>();

    ResultMessage(Conversation conversation, ResultCode code, String transactionId) {
        this.conversation = conversation;
        this.code = code;
        this.transactionId = transactionId;
    }

    ResultMessage parameter(String key, String value) {
        parameters.add(item(key).and("Value", value).json());
        return this;
    }

    ResultMessage parameter(String key, Number value) {
        parameters.add(item(key).and("Value", value).json());
        return this;
    }

    /** A key without a value. */
    ResultMessage parameter(String key) {
        parameters.add(item(key).json());
        return this;
    }

    /** What the sender left out comes back as a key without a value, and what is all digits as a number. */
    ResultMessage reference(String key, String value) {
        JsonFields item = item(key);
        if (value.matches("\\d{1,18}")) {
            item.and("Value", Long.valueOf(value));
        } else if (!value.isEmpty()) {
            item.and("Value", value);
        }
        references.add(item.json());
        return this;
    }

    String json() {
        JsonFields result = JsonFields.with("ResultType", new JsonPrimitive(0))
                .and("ResultCode", code.number())
                .and("ResultDesc", code.description())
                .and("OriginatorConversationID", conversation.senderId())
                .and("ConversationID", conversation.id())
                .and("TransactionID", transactionId);
        if (!parameters.isEmpty()) {
            result.and(
                    "ResultParameters",
                    JsonFields.with("ResultParameter", list(parameters)).json());
        }
        if (!references.isEmpty()) {
            result.and(
                    "ReferenceData",
                    JsonFields.with("ReferenceItem", list(references)).json());
        }
        return JsonFields.with("Result", result.json()).json().toString();
    }

    /** The notice of a timeout. No capture of one is public: the shape is assumed, with fewer fields than a result. */
    static String queueTimeout(Conversation conversation, String noReceipt, String url) {
        JsonObject reference = item("QueueTimeoutURL").and("Value", url).json();
        JsonObject result = JsonFields.with("ResultType", new JsonPrimitive(1))
                .and("ResultCode", new JsonPrimitive(1))
                .and("ResultDesc", "The service request timed out.")
                .and("OriginatorConversationID", conversation.senderId())
                .and("ConversationID", conversation.id())
                .and("TransactionID", noReceipt)
                .and(
                        "ReferenceData",
                        JsonFields.with("ReferenceItem", reference).json())
                .json();
        return JsonFields.with("Result", result).json().toString();
    }

    private static JsonFields item(String key) {
        return JsonFields.with("Key", key);
    }

    private static JsonElement list(List<JsonObject> items) {
        if (items.size() == 1) {
            return items.get(0);
        }
        JsonArray array = new JsonArray();
        items.forEach(array::add);
        return array;
    }
}
