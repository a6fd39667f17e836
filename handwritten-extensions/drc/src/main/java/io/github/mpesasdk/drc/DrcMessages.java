package io.github.mpesasdk.drc;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.drcapi.api.B2cApi;
import io.github.mpesasdk.drcapi.api.C2bApi;
import io.github.mpesasdk.drcapi.model.DrcB2cCallback;
import io.github.mpesasdk.drcapi.model.DrcB2cCallbackReply;
import io.github.mpesasdk.drcapi.model.DrcC2bCallback;
import io.github.mpesasdk.drcapi.model.DrcC2bCallbackReply;
import io.github.mpesasdk.drcapi.soap.SoapResult;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Callbacks as messages of the flow: of which kind they are, and how they are answered. */
final class DrcMessages {

    private static final String C2B = C2bApi.C2B_PAYMENT.id();
    private static final String B2C = B2cApi.B2C_PAYMENT.id();
    private static final String RESULT = "ResultCode";
    // The two kinds differ in how they spell these.
    private static final Set<String> NAMES_OF_C2B = Set.of("OriginatorConversationID", "ConversationID");
    private static final Set<String> NAMES_OF_B2C = Set.of("OriginatorConversationId", "ConversationId");

    private DrcMessages() {}

    /** Reads a list of items; empty if it is no callback but a request, to the gateway or to a bank. */
    static Optional<Message<DrcCallback>> of(SoapMessage.Request request) {
        boolean isB2c = isB2c(request);
        JsonObject fields = Items.fields(
                request.items(), isB2c ? DrcB2cCallback.ADAPTER.fieldNames() : DrcC2bCallback.ADAPTER.fieldNames());
        // What they hold is another matter: under the address of a payment, a callback without a value is one.
        if (!fields.has(RESULT) || !fields.has(DrcMarket.ID)) {
            return Optional.empty();
        }
        return Optional.of(isB2c ? b2c(fields) : c2b(fields));
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

    private static Message<DrcCallback> c2b(JsonObject fields) {
        DrcCallback event = new DrcCallback.C2bResult(DrcC2bCallback.ADAPTER.fromJsonTree(fields));
        return message(event, C2B, fields);
    }

    private static Message<DrcCallback> b2c(JsonObject fields) {
        DrcCallback event = new DrcCallback.B2cResult(DrcB2cCallback.ADAPTER.fromJsonTree(fields));
        return message(event, B2C, fields);
    }

    private static Message<DrcCallback> message(DrcCallback event, String operation, JsonObject fields) {
        return new Message<>(
                event,
                CallbackForms.decode(operation, fields),
                operation,
                CallbackForms.text(fields, "TransactionID").orElse(null));
    }

    /** The XML that the gateway wants for a reply. */
    static String acknowledgement(String operation) {
        JsonElement reply = operation.equals(B2C)
                ? DrcB2cCallbackReply.ADAPTER.toJsonTree(DrcB2cCallbackReply.builder()
                        .responseCode("200")
                        .receipt("Received")
                        .build())
                : DrcC2bCallbackReply.ADAPTER.toJsonTree(
                        DrcC2bCallbackReply.builder().responseCode("200").build());
        return SoapWriter.reply(Items.of(reply.getAsJsonObject(), Set.of()));
    }
}
