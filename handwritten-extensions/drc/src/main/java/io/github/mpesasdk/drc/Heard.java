package io.github.mpesasdk.drc;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.drcapi.api.B2cApi;
import io.github.mpesasdk.drcapi.api.C2bApi;
import io.github.mpesasdk.drcapi.model.DrcB2cCallback;
import io.github.mpesasdk.drcapi.model.DrcC2bCallback;
import io.github.mpesasdk.drcapi.soap.SoapResult;
import io.github.mpesasdk.runtime.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A callback, typed and item by item. Hides the items in {@code toString}.
 *
 * @param event what it is
 * @param operation the payment that it is about
 * @param fields its items, by the names of the spec
 */
record Heard(DrcCallback event, Operation<?, ?> operation, JsonObject fields) {

    static final String ABSENT = "-1";
    // Of these two, -1 is a value.
    private static final Set<String> CODES = Set.of("ResultType", "ResultCode");
    // The two kinds differ in how they spell these.
    private static final Set<String> NAMES_OF_C2B = Set.of("OriginatorConversationID", "ConversationID");
    private static final Set<String> NAMES_OF_B2C = Set.of("OriginatorConversationId", "ConversationId");

    /** Reads a list of items; empty if it is no callback but a request, of ours or for a bank. */
    static Optional<Heard> of(SoapMessage.Request message) {
        Heard heard = isB2c(message) ? b2c(message) : c2b(message);
        // What they hold is another matter: under the address of a payment, a callback without a value is one.
        boolean hasBoth = heard.fields().has("ResultCode") && heard.fields().has("ThirdPartyReference");
        return hasBoth ? Optional.of(heard) : Optional.empty();
    }

    // Where the spelling tells nothing the header does: only callbacks of B2C were seen with one.
    private static boolean isB2c(SoapMessage.Request message) {
        return hasOneOf(NAMES_OF_B2C, message)
                || (!hasOneOf(NAMES_OF_C2B, message) && !message.eventId().isEmpty());
    }

    private static boolean hasOneOf(Set<String> names, SoapMessage.Request message) {
        return message.items().getDataItem().stream()
                .filter(Objects::nonNull)
                .map(SoapResult::getName)
                .filter(Objects::nonNull)
                .anyMatch(name -> names.contains(name.strip()));
    }

    private static Heard c2b(SoapMessage.Request message) {
        JsonObject fields = Items.fields(message.items(), DrcC2bCallback.ADAPTER.fieldNames());
        return new Heard(
                new DrcCallback.C2bResult(DrcC2bCallback.ADAPTER.fromJsonTree(fields)), C2bApi.C2B_PAYMENT, fields);
    }

    private static Heard b2c(SoapMessage.Request message) {
        JsonObject fields = Items.fields(message.items(), DrcB2cCallback.ADAPTER.fieldNames());
        return new Heard(
                new DrcCallback.B2cResult(DrcB2cCallback.ADAPTER.fromJsonTree(fields)), B2cApi.B2C_PAYMENT, fields);
    }

    /** The text of an item; empty if it is missing, blank, {@code -1} for absent, or there twice. */
    Optional<String> text(String name) {
        return text(name, fields.get(name));
    }

    private static Optional<String> text(String name, JsonElement value) {
        return Optional.ofNullable(value)
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .filter(text -> !text.isBlank() && (CODES.contains(name) || !text.equals(ABSENT)));
    }

    /** Everything that holds something. */
    Map<String, String> toMap() {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.entrySet().forEach(field -> text(field.getKey(), field.getValue())
                .ifPresent(text -> texts.put(field.getKey(), text)));
        return texts;
    }

    @Override
    public String toString() {
        return "Heard[" + event + "]";
    }
}
