package io.github.mpesasdk.drc;

import com.google.gson.JsonObject;
import io.github.mpesasdk.core.message.UntrustedBody;
import io.github.mpesasdk.drcapi.api.B2cApi;
import io.github.mpesasdk.drcapi.api.C2bApi;
import io.github.mpesasdk.drcapi.model.DrcB2cCallback;
import io.github.mpesasdk.drcapi.model.DrcC2bCallback;
import io.github.mpesasdk.drcapi.soap.SoapResult;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Bodies from outside as objects of wire names, in the form in which the spec tells them apart. */
final class MessageFields {

    private static final String CALLBACK = "Callback";
    // The two kinds of callback differ in how they spell these.
    private static final Set<String> NAMES_OF_C2B = Set.of("OriginatorConversationID", "ConversationID");
    private static final Set<String> NAMES_OF_B2C = Set.of("OriginatorConversationId", "ConversationId");

    private MessageFields() {}

    static SoapMessage message(UntrustedBody body) {
        try {
            return SoapReader.read(body.text());
        } catch (UnreadableXmlException refused) {
            throw body.unreadable(String.valueOf(refused.getMessage()));
        }
    }

    static JsonObject fields(UntrustedBody body) {
        SoapMessage message = message(body);
        if (message instanceof SoapMessage.Fault fault) {
            return SoapBodies.fields(fault);
        }
        if (message instanceof SoapMessage.Answer) {
            throw body.unreadable("it is an answer or a reply, and no callback of C2B or B2C");
        }
        JsonObject fields = new JsonObject();
        if (message instanceof SoapMessage.Request request) {
            boolean isB2c = isB2c(request);
            String operation = isB2c ? B2cApi.B2C_PAYMENT.id() : C2bApi.C2B_PAYMENT.id();
            List<String> names = isB2c ? DrcB2cCallback.ADAPTER.fieldNames() : DrcC2bCallback.ADAPTER.fieldNames();
            JsonObject items = Items.fields(request.items(), names);
            // What they hold is another matter: under the address of a payment, a callback without a value is one.
            if (!items.has("ResultCode") || !items.has(DrcMarket.ID)) {
                throw body.unreadable("it is a request, to the gateway or to a bank: its items are none of a callback");
            }
            fields.add(operation + CALLBACK, items);
        } else if (message instanceof SoapMessage.Reply reply) {
            fields.add("response", Items.fields(reply.items(), List.of()));
        } else if (message instanceof SoapMessage.Plain plain) {
            fields.add(plain.root(), plain.fields());
        }
        return fields;
    }

    // Where the spelling tells nothing the header does: only callbacks of B2C were seen with one.
    private static boolean isB2c(SoapMessage.Request request) {
        return hasOneOf(NAMES_OF_B2C, request)
                || (!hasOneOf(NAMES_OF_C2B, request) && !request.eventId().isEmpty());
    }

    private static boolean hasOneOf(Set<String> names, SoapMessage.Request request) {
        return request.items().getDataItem().stream()
                .filter(Objects::nonNull)
                .map(SoapResult::getName)
                .filter(Objects::nonNull)
                .anyMatch(name -> names.contains(name.strip()));
    }
}
