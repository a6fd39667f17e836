package io.github.mpesasdk.vodacom;

import com.google.gson.JsonElement;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.message.NormalForm;
import io.github.mpesasdk.runtime.CleanText;
import io.github.mpesasdk.runtime.Masked;
import java.util.Set;

/** Callbacks and answers in normal form. */
final class BodyForms {

    private static final Reference NAMELESS = VodacomMessages.reference("", "", "");
    private static final Set<String> TOLD = Set.of("ResponseCode", "ResponseDesc", "ResultCode", "ResultDesc", "error");
    private static final Set<String> IDS = Set.of(
            "ConversationID",
            "OriginalConversationID",
            "ThirdPartyConversationID",
            "ThirdPartyReference",
            "TransactionID",
            "OriginalTransactionID",
            "TransactionReference",
            "MandateID");
    private static final Set<String> VALUES = Set.of(
            "SessionID",
            "VoucherCode",
            "MsisdnToken",
            "ResponseTransactionStatus",
            "Reversed",
            "SufficientBalance",
            "MandateStatus",
            "AccountStatus",
            "FirstPaymentDate",
            "Frequency",
            "PaymentDayFrom",
            "PaymentDayTo",
            "ExpiryDate",
            "CustomerFirstName",
            "CustomerLastName");

    private BodyForms() {}

    static Decoded callback(CallbackShape shape, WireFields fields) {
        return of(
                shape.kind(),
                fields,
                shape == CallbackShape.STATUS
                        ? Decoded.State.of(VodacomOutcomes.ofStatus(fields, NAMELESS))
                        : Decoded.State.of(VodacomOutcomes.code(shape.operation(), fields)));
    }

    static Decoded answer(WireFields fields) {
        AnswerShape shape = AnswerShape.of(fields);
        Code code = VodacomOutcomes.code(shape.operation(), fields);
        if (code.kind() != CodeKind.SUCCESS) {
            return of("refusal", fields, Decoded.State.of(code));
        }
        return of(
                shape.kind(),
                fields,
                switch (shape) {
                    case ACKNOWLEDGEMENT -> Decoded.State.PENDING;
                    case STATUS -> Decoded.State.of(VodacomOutcomes.ofStatus(fields, NAMELESS));
                    default -> Decoded.State.SUCCEEDED;
                });
    }

    /** The form of a body that is known to be of this kind and to say this. */
    static Decoded of(String kind, WireFields fields, Decoded.State state) {
        NormalForm form = WireFields.form(kind)
                .code(
                        fields.code().orElse(null),
                        fields.words()
                                .or(() -> fields.text("error"))
                                .map(CleanText::of)
                                .orElse(null));
        fields.body().entrySet().forEach(field -> {
            String name = bare(field.getKey(), fields);
            String text = WireFields.text(field.getValue()).orElse(null);
            if (IDS.contains(name) && isText(field.getValue())) {
                form.id(field.getKey(), text);
            } else if (VALUES.contains(name) && isText(field.getValue())) {
                form.value(field.getKey(), text == null ? null : shown(name, text));
            } else if (!TOLD.contains(name) || !isText(field.getValue())) {
                form.other(field.getKey(), field.getValue());
            }
        });
        return form.as(state);
    }

    private static boolean isText(JsonElement value) {
        return value.isJsonPrimitive() || value.isJsonNull();
    }

    private static String bare(String wireName, WireFields fields) {
        String prefix = fields.wireName("");
        // Some callbacks name the reference so; in an answer the name is that of Mozambique's own API.
        if (wireName.equals("output_ThirdPartyReference")) {
            return wireName + " of another kind";
        }
        return wireName.startsWith(prefix) ? wireName.substring(prefix.length()) : wireName + " of another kind";
    }

    private static String shown(String name, String text) {
        return name.equals("SessionID") ? Masked.MASK : text;
    }
}
