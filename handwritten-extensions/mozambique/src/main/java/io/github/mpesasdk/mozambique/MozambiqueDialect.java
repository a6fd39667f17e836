package io.github.mpesasdk.mozambique;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.core.message.NormalForm;
import io.github.mpesasdk.core.transport.Dialect;
import io.github.mpesasdk.core.transport.GatewayError;
import io.github.mpesasdk.mozambiqueapi.MozambiqueCodes;
import io.github.mpesasdk.runtime.Catalogue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How this API reports errors: in the success field of the answer itself, which the core judges, or in
 * {@code output_error} alone, where the gateway did not look at the request. {@code N/A}, in any field, means that the
 * field is absent.
 */
final class MozambiqueDialect implements Dialect {

    static final String MARKET = "mozambique";
    private static final String ABSENT = "N/A";

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
        return text(answer, "output_error")
                .map(words -> new GatewayError(
                        code(answer).orElse(""), words, requestId(answer).orElse(null)));
    }

    @Override
    public Optional<String> description(JsonObject answer) {
        return text(answer, "output_ResponseDesc").or(() -> text(answer, "output_ResultDesc"));
    }

    @Override
    public Optional<String> requestId(JsonObject answer) {
        return text(answer, "output_ConversationID");
    }

    /** The code of an answer, in either spelling. */
    static Optional<String> code(JsonObject answer) {
        return text(answer, "output_ResponseCode").or(() -> text(answer, "output_ResultCode"));
    }

    /** The text of a field, unless it is missing, blank or {@code N/A}. */
    static Optional<String> text(JsonObject object, String field) {
        return raw(object, field).filter(text -> !text.equals(ABSENT));
    }

    /** The text of a field as it stands, unless it is missing or blank. */
    static Optional<String> raw(JsonObject object, String field) {
        JsonElement value = object.get(field);
        return value != null && value.isJsonPrimitive()
                ? Optional.of(value.getAsString()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** Starts the normal form of a body. */
    static NormalForm form(String kind) {
        return new NormalForm(kind, ABSENT);
    }

    static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank() && !value.equals(ABSENT));
    }
}
