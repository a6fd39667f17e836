package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.market.JsonFields;
import java.util.ArrayList;
import java.util.List;

/** A result as the gateway posts it, with its moods: a list of one is written as a bare object. */
final class ResultMessage {

    private final Conversation conversation;
    private final ResultCode code;
    private final String transactionId;
    private final boolean codesAsText;
    private final List<JsonObject> parameters = new ArrayList<>();
    private final List<JsonObject> references = new ArrayList<>();

    private ResultMessage(Conversation conversation, ResultCode code, String transactionId, boolean codesAsText) {
        this.conversation = conversation;
        this.code = code;
        this.transactionId = transactionId;
        this.codesAsText = codesAsText;
    }

    /** A result whose codes are JSON numbers where they can be. */
    static ResultMessage withNumbers(Conversation conversation, ResultCode code, String transactionId) {
        return new ResultMessage(conversation, code, transactionId, false);
    }

    /** A result whose codes are JSON strings. */
    static ResultMessage withText(Conversation conversation, ResultCode code, String transactionId) {
        return new ResultMessage(conversation, code, transactionId, true);
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

    ResultMessage reference(String key, String value) {
        // What the sender left out comes back as a key without a value.
        references.add(
                value.isEmpty()
                        ? item(key).json()
                        : item(key).and("Value", value).json());
        return this;
    }

    String json() {
        JsonFields result = JsonFields.with("ResultType", codesAsText ? new JsonPrimitive("0") : new JsonPrimitive(0))
                .and("ResultCode", codesAsText ? code.text() : code.number())
                .and("ResultDesc", code.description())
                .and("OriginatorConversationID", conversation.originatorId())
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
                .and("OriginatorConversationID", conversation.originatorId())
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
