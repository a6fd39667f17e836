package io.github.mpesasdk.vodacom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.message.NormalForm;
import io.github.mpesasdk.core.message.UntrustedBody;
import io.github.mpesasdk.runtime.CleanText;
import io.github.mpesasdk.runtime.Masked;
import io.github.mpesasdk.vodacomapi.VodacomCodes;
import java.util.Optional;
import java.util.Set;

/**
 * Reads any body that the gateway sends, callbacks and answers alike, into one normal form. For code that must act on a
 * payment, {@link Callbacks} is the better door: it also proves the origin. Thread-safe.
 */
public final class VodacomDecoder {

    private static final Reference NOT_NEEDED = new Reference("", "");
    // The status with which the gateway is believed to turn a bad key or session away.
    private static final int UNAUTHORIZED = 401;
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

    private VodacomDecoder() {}

    /**
     * Decodes a body.
     *
     * @throws UnreadableBodyException if it is HTML, empty, or no body of the gateway's; never anything else
     */
    public static Decoded decode(String body) {
        UntrustedBody untrusted = UntrustedBody.of(VodacomDialect.MARKET, body);
        JsonObject object = untrusted.json();
        Optional<Heard> callback = VodacomBodies.callback(object);
        if (callback.isPresent()) {
            return callback(callback.get().fields());
        }
        WireFields fields = WireFields.ofAnswer(object);
        if (fields.has("ResponseCode")) {
            return answer(fields);
        }
        String words =
                fields.text("error").orElseThrow(() -> untrusted.unreadable("its fields are none of the gateway's"));
        Code code = VodacomCodes.CATALOGUE.error("", UNAUTHORIZED, "", words);
        return form("error", fields, Decoded.State.of(code));
    }

    private static Decoded callback(WireFields fields) {
        CallbackShape shape = CallbackShape.of(fields);
        return form(
                shape.kind(),
                fields,
                shape == CallbackShape.STATUS
                        ? Decoded.State.of(VodacomOutcomes.ofStatus(fields, NOT_NEEDED))
                        : Decoded.State.of(VodacomOutcomes.code(shape.operation(), fields)));
    }

    private static Decoded answer(WireFields fields) {
        AnswerShape shape = AnswerShape.of(fields);
        Code code = VodacomOutcomes.code(shape.operation(), fields);
        if (code.kind() != CodeKind.SUCCESS) {
            return form("refusal", fields, Decoded.State.of(code));
        }
        return form(
                shape.kind(),
                fields,
                switch (shape) {
                    case ACKNOWLEDGEMENT -> Decoded.State.PENDING;
                    case STATUS -> Decoded.State.of(VodacomOutcomes.ofStatus(fields, NOT_NEEDED));
                    default -> Decoded.State.SUCCEEDED;
                });
    }

    private static Decoded form(String kind, WireFields fields, Decoded.State state) {
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
