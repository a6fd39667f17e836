package io.github.mpesasdk.mozambique;

import com.google.gson.JsonObject;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.core.transport.Dialect;
import io.github.mpesasdk.core.transport.GatewayError;
import io.github.mpesasdk.mozambiqueapi.MozambiqueCodes;
import io.github.mpesasdk.runtime.Catalogue;
import java.util.Map;
import java.util.Optional;

/**
 * How this API reports errors: in the success field of the answer itself, which the core judges, or in
 * {@code output_error} alone, where the gateway did not look at the request.
 */
final class MozambiqueDialect implements Dialect {

    static final String MARKET = "mozambique";
    static final String ACCEPTED = "INS-0";

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
        Optional<String> code = WireText.in(answer, "output_ResponseCode", "output_ResultCode");
        Optional<String> words = WireText.in(answer, "output_error");
        if (words.isPresent()) {
            // Beside a code, the words contradict it or repeat it; without them, nothing is certain.
            return Optional.of(new GatewayError("", code.isPresent() ? null : words.get(), null));
        }
        // The other spellings of success are those of callbacks. An answer that uses one is neither an acceptance that
        // the spec knows nor a refusal, and must not be taken for the latter.
        return code.filter(text -> !text.equals(ACCEPTED) && isSuccess(text))
                .map(text -> new GatewayError(text, description(answer).orElse(null), null));
    }

    private static boolean isSuccess(String code) {
        return MozambiqueCodes.CATALOGUE.result("", code, null).kind() == CodeKind.SUCCESS;
    }

    @Override
    public Optional<String> description(JsonObject answer) {
        return WireText.in(answer, "output_ResponseDesc", "output_ResultDesc");
    }
}
