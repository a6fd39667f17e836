package io.github.mpesasdk.drc;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.core.message.NormalForm;
import java.util.Optional;
import java.util.Set;

/** Callbacks in normal form; the names are those of the items. */
final class CallbackForms {

    /** What the gateway writes where there is no value. */
    static final String ABSENT = "-1";

    // Of these two, -1 is a value.
    private static final Set<String> CODES = Set.of("ResultType", "ResultCode");
    private static final Set<String> TOLD = Set.of("ResultCode", "ResultDesc");
    private static final Set<String> IDS = Set.of(
            "OriginatorConversationID",
            "OriginatorConversationId",
            "ConversationID",
            "ConversationId",
            "ThirdPartyReference",
            "InsightReference",
            "TransactionID");
    private static final Set<String> VALUES = Set.of("ResultType", "Amount", "TransactionTime");

    private CallbackForms() {}

    /**
     * Decodes a callback.
     *
     * @param operation the payment that it speaks of
     */
    static Decoded decode(String operation, JsonObject fields) {
        NormalForm form = new NormalForm(operation + "Callback")
                .code(
                        text(fields, "ResultCode").orElse(null),
                        text(fields, "ResultDesc").orElse(null));
        fields.entrySet().forEach(item -> place(form, fields, item.getKey(), item.getValue()));
        return form.as(Decoded.State.of(DrcOutcomes.code(operation, form.as(Decoded.State.UNKNOWN))));
    }

    private static void place(NormalForm form, JsonObject fields, String name, JsonElement value) {
        boolean isKnown = TOLD.contains(name) || IDS.contains(name) || VALUES.contains(name);
        if (!isKnown || !value.isJsonPrimitive()) {
            form.other(name, value);
        } else if (IDS.contains(name)) {
            form.id(name, text(fields, name).orElse(null));
        } else if (VALUES.contains(name)) {
            form.value(name, text(fields, name).orElse(null));
        }
    }

    /** The text of an item; empty if it is missing, blank, {@code -1} for absent, or there twice. */
    static Optional<String> text(JsonObject fields, String name) {
        return DrcDialect.text(fields, name).filter(text -> CODES.contains(name) || !text.equals(ABSENT));
    }
}
