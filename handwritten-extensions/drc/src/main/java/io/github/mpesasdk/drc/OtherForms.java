package io.github.mpesasdk.drc;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.core.message.NormalForm;
import io.github.mpesasdk.drcapi.DrcCodes;
import io.github.mpesasdk.runtime.Masked;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be met on the way and belongs to none of the calls, in normal form: replies to callbacks, and the plain XML
 * of payments between bank and wallet, which the spec folder describes as known and not implemented.
 */
final class OtherForms {

    private static final Set<String> TOLD = Set.of("ResponseCode", "ResponseDesc", "ResultCode", "ResultDesc");
    private static final Set<String> IDS =
            Set.of("ThirdPartyReference", "InsightTxID", "InsightReference", "TransactionID", "BankReceipt");

    // No operation of the spec, so that only codes which mean the same everywhere say something.
    private static final String BANK_TO_WALLET = "bankToWallet";

    private OtherForms() {}

    /** A reply tells that somebody received a callback, and nothing of the payment. */
    static Decoded decode(SoapMessage.Reply reply) {
        JsonObject fields = Items.fields(reply.items(), List.of());
        return form("callbackReply", fields).as(Decoded.State.UNKNOWN);
    }

    static Decoded decode(SoapMessage.Plain message) {
        JsonObject fields = message.fields();
        if (message.root().equals("Result")) {
            return form("b2bCallback", fields).as(state("ResultCode", fields));
        }
        if (fields.has("SessionID") || !fields.has("ResponseCode")) {
            return form("b2bLogin", fields).as(state("ResultCode", fields));
        }
        Decoded.State state = state("ResponseCode", fields);
        return form("b2bPayment", fields).as(state == Decoded.State.SUCCEEDED ? Decoded.State.PENDING : state);
    }

    private static Decoded.State state(String codeField, JsonObject fields) {
        return DrcDialect.text(fields, codeField)
                .map(code -> Decoded.State.of(DrcCodes.CATALOGUE.result(BANK_TO_WALLET, code, null)))
                .orElse(Decoded.State.UNKNOWN);
    }

    private static NormalForm form(String kind, JsonObject fields) {
        NormalForm form = new NormalForm(kind)
                .code(first(fields, "ResponseCode", "ResultCode"), first(fields, "ResponseDesc", "ResultDesc"));
        fields.entrySet().forEach(field -> place(form, field.getKey(), field.getValue()));
        return form;
    }

    private static String first(JsonObject fields, String one, String other) {
        Optional<String> text = DrcDialect.text(fields, one);
        return text.or(() -> DrcDialect.text(fields, other)).orElse("");
    }

    private static void place(NormalForm form, String name, JsonElement value) {
        if (!value.isJsonPrimitive()) {
            form.other(name, value);
        } else if (name.equals("SessionID")) {
            form.value(name, Masked.MASK);
        } else if (IDS.contains(name)) {
            form.id(name, value.getAsString());
        } else if (!TOLD.contains(name) && !value.getAsString().equals(CallbackForms.ABSENT)) {
            form.value(name, value.getAsString());
        }
    }
}
