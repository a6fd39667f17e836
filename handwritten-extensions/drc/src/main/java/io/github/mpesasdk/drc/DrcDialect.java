package io.github.mpesasdk.drc;

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
        return DrcMarket.READER.error(answer).map(GatewayError::of);
    }

    @Override
    public Optional<String> description(JsonObject answer) {
        return Optional.empty();
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("SOAPAction", "\"\"");
    }
}
