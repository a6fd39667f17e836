package io.github.mpesasdk.vodacom;

import com.google.gson.JsonObject;
import io.github.mpesasdk.core.transport.Dialect;
import io.github.mpesasdk.core.transport.GatewayError;
import io.github.mpesasdk.runtime.Catalogue;
import io.github.mpesasdk.vodacomapi.VodacomCodes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the OpenAPI refuses: in the shape of the answer, or, for a key or session that is bad, with a field of its own.
 */
final class VodacomDialect implements Dialect {

    /** The name of the API in messages. */
    static final String MARKET = "vodacom";

    private final String origin;

    VodacomDialect(String origin) {
        this.origin = origin;
    }

    @Override
    public String market() {
        return MARKET;
    }

    @Override
    public Catalogue catalogue() {
        return VodacomCodes.CATALOGUE;
    }

    @Override
    public Optional<GatewayError> error(JsonObject answer) {
        // An answer that refuses by its code had a good session; beside a code of success, an error contradicts it.
        return VodacomMarket.READER.error(answer).map(GatewayError::of);
    }

    @Override
    public Set<String> rejectionFields() {
        return Set.of("output_error", "output_ThirdPartyConversationID");
    }

    @Override
    public Optional<String> description(JsonObject answer) {
        return VodacomMarket.READER.text(answer, "output_ResponseDesc");
    }

    @Override
    public Optional<String> requestId(JsonObject answer) {
        return VodacomMarket.READER.text(answer, "output_ConversationID");
    }

    @Override
    public Map<String, String> headers() {
        // The gateway wants the type on GET as well.
        return Map.of("Origin", origin, "Content-Type", "application/json");
    }
}
