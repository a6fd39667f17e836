package io.github.mpesasdk.mozambique;

import com.google.gson.JsonObject;
import io.github.mpesasdk.core.transport.Dialect;
import io.github.mpesasdk.core.transport.GatewayError;
import io.github.mpesasdk.mozambiqueapi.MozambiqueCodes;
import io.github.mpesasdk.runtime.Catalogue;
import java.util.Map;
import java.util.Optional;

/**
 * How this API reports errors: in the success field of the answer itself, which the core judges, or in
 * {@code output_error} alone, where the gateway did not look at the request. {@code N/A}, in any field, means that the
 * field is absent.
 */
final class MozambiqueDialect implements Dialect {

    static final String MARKET = "mozambique";

    private final Map<String, String> headers;

    MozambiqueDialect(String origin) {
        // The documents want a content type with GET too.
        this.headers = Map.of("Origin", origin, "Content-Type", "application/json");
    }

    @Override
    public String market() {
        return MARKET;
    }

    @Override
    public Catalogue catalogue() {
        return MozambiqueCodes.CATALOGUE;
    }

    @Override
    public Map<String, String> headers() {
        return headers;
    }

    @Override
    public Optional<GatewayError> error(JsonObject answer) {
        // A code beside these words contradicts them or repeats them: the catalogue knows no such pair, so nothing is
        // certain of it.
        return MozambiqueMarket.READER
                .error(answer)
                .map(told -> new GatewayError(
                        told.code(),
                        text(answer, "output_error").orElse(null),
                        requestId(answer).orElse(null)));
    }

    @Override
    public Optional<String> description(JsonObject answer) {
        return text(answer, "output_ResponseDesc").or(() -> text(answer, "output_ResultDesc"));
    }

    @Override
    public Optional<String> requestId(JsonObject answer) {
        return text(answer, "output_ConversationID");
    }

    private static Optional<String> text(JsonObject answer, String field) {
        return MozambiqueMarket.READER.text(answer, field);
    }
}
