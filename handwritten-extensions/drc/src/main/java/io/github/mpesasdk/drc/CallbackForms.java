package io.github.mpesasdk.drc;

import com.google.gson.JsonElement;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.core.message.NormalForm;
import java.util.Set;

/** Callbacks in normal form; the names are those of the items. */
final class CallbackForms {

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

    static Decoded decode(Heard heard) {
        NormalForm form = new NormalForm(heard.operation().id() + "Callback")
                .code(
                        heard.text("ResultCode").orElse(null),
                        heard.text("ResultDesc").orElse(null));
        heard.fields().entrySet().forEach(item -> place(form, heard, item.getKey(), item.getValue()));
        return form.as(Decoded.State.of(DrcOutcomes.code(heard)));
    }

    private static void place(NormalForm form, Heard heard, String name, JsonElement value) {
        boolean isKnown = TOLD.contains(name) || IDS.contains(name) || VALUES.contains(name);
        if (!isKnown || !value.isJsonPrimitive()) {
            form.other(name, value);
        } else if (IDS.contains(name)) {
            form.id(name, heard.text(name).orElse(null));
        } else if (VALUES.contains(name)) {
            form.value(name, heard.text(name).orElse(null));
        }
    }
}
