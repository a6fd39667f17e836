package io.github.mpesasdk.vodacom;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.core.message.UntrustedBody;
import io.github.mpesasdk.vodacomapi.VodacomCodes;
import java.util.Optional;

/**
 * Reads any body that the gateway sends, callbacks and answers alike, into one normal form. For code that must act on a
 * payment use {@link Callbacks}, which also proves the origin. Thread-safe.
 */
public final class VodacomDecoder {

    // The status with which the gateway is believed to turn a bad key or session away.
    private static final int UNAUTHORIZED = 401;

    private VodacomDecoder() {}

    /**
     * Decodes a body.
     *
     * @throws UnreadableBodyException if it is HTML, empty, or no body of the gateway's; never anything else
     */
    public static Decoded decode(String body) {
        UntrustedBody untrusted = UntrustedBody.of(VodacomDialect.MARKET, body);
        JsonObject object = untrusted.printedJson();
        Optional<Message<VodacomCallback>> callback = VodacomMessages.of(object);
        if (callback.isPresent()) {
            return callback.get().form();
        }
        WireFields fields = WireFields.ofAnswer(object);
        if (fields.has("ResponseCode")) {
            return BodyForms.answer(fields);
        }
        String words =
                fields.text("error").orElseThrow(() -> untrusted.unreadable("its fields are none of the gateway's"));
        Code code = VodacomCodes.CATALOGUE.error("", UNAUTHORIZED, "", words);
        return BodyForms.of("error", fields, Decoded.State.of(code));
    }
}
