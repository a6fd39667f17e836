package io.github.mpesasdk.sandbox.ipg;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.ledger.Conversation;
import io.github.mpesasdk.sandbox.market.JsonObjects;
import io.github.mpesasdk.sandbox.market.ReplyCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The only reply to a callback that both gateways document: both ids again, and that it was received. */
final class CallbackReply implements ReplyCheck {

    private final Map<String, String> expected = new LinkedHashMap<>();

    CallbackReply(Conversation conversation, String code) {
        expected.put("output_OriginalConversationID", conversation.id());
        expected.put("output_ResponseCode", code);
        expected.put("output_ResponseDesc", "Successfully Accepted Result");
        // In Mozambique's own API, too, although there the reference has another name everywhere else.
        expected.put("output_ThirdPartyConversationID", conversation.senderId());
    }

    @Override
    public List<String> violations(int status, String body) {
        List<String> found = new ArrayList<>();
        if (status != 200) {
            found.add("the reply to a callback has status " + status);
        }
        JsonObject reply = JsonObjects.read(body).orElseGet(JsonObject::new);
        expected.forEach((field, value) -> {
            JsonElement given = reply.get(field);
            if (!(given instanceof JsonPrimitive) || !given.getAsString().equals(value)) {
                found.add("the reply to a callback has another " + field);
            }
        });
        return found;
    }
}
