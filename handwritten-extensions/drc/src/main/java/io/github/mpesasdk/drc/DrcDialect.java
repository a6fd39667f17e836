package io.github.mpesasdk.drc;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.core.transport.BodyFormat;
import io.github.mpesasdk.core.transport.Dialect;
import io.github.mpesasdk.core.transport.GatewayError;
import io.github.mpesasdk.drcapi.DrcCodes;
import io.github.mpesasdk.runtime.Catalogue;
import java.util.Map;
import java.util.Optional;

/** How the gateway refuses: with a fault, with another code than 3, or with words in the place of a session. */
final class DrcDialect implements Dialect {

    /** The name of the API in messages. */
    static final String MARKET = "drc";

    private static final String PROCESSED = "3";
    private static final BodyFormat SOAP = new SoapBodies();

    @Override
    public String market() {
        return MARKET;
    }

    @Override
    public Catalogue catalogue() {
        return DrcCodes.CATALOGUE;
    }

    @Override
    public BodyFormat bodies() {
        return SOAP;
    }

    @Override
    public Optional<GatewayError> error(JsonObject answer) {
        if (answer.has("faultcode")) {
            return Optional.of(new GatewayError(
                    text(answer, "faultcode").orElse(""),
                    text(answer, "faultstring").orElse(null),
                    null));
        }
        JsonObject info =
                answer.has(SoapBodies.EVENT_INFO) ? answer.getAsJsonObject(SoapBodies.EVENT_INFO) : new JsonObject();
        String code = text(info, "code").orElse("");
        String messageId = text(info, "transactionID").orElse(null);
        if (!code.equals(PROCESSED)) {
            // The detail says what went wrong; the description says Error.
            String words =
                    text(info, "detail").or(() -> text(info, "description")).orElse(null);
            return Optional.of(new GatewayError(code, words, messageId));
        }
        // Processed, and no session all the same.
        return text(answer, "SessionID")
                .filter(value -> !SessionId.isPlausible(value))
                .map(words -> new GatewayError(PROCESSED, words, messageId));
    }

    @Override
    public Optional<String> description(JsonObject answer) {
        return Optional.empty();
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("SOAPAction", "\"\"");
    }

    static Optional<String> text(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .filter(text -> !text.isBlank());
    }
}
