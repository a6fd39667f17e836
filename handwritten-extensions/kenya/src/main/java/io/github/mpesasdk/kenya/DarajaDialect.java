package io.github.mpesasdk.kenya;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.core.transport.Dialect;
import io.github.mpesasdk.core.transport.GatewayError;
import io.github.mpesasdk.daraja.DarajaCodes;
import io.github.mpesasdk.runtime.Catalogue;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How Daraja reports errors: in one of four envelopes, with any HTTP status, 200 included. */
final class DarajaDialect implements Dialect {

    static final String MARKET = "kenya";

    @Override
    public String market() {
        return MARKET;
    }

    @Override
    public Catalogue catalogue() {
        return DarajaCodes.CATALOGUE;
    }

    @Override
    public Optional<GatewayError> error(JsonObject answer) {
        return KenyaMarket.READER.error(answer).map(GatewayError::of);
    }

    @Override
    public Set<String> rejectionFields() {
        return Set.of("requestId", "errorCode", "errorMessage");
    }

    @Override
    public Optional<String> description(JsonObject answer) {
        JsonObject header = answer.get("ResponseHeader") instanceof JsonObject inside ? inside : answer;
        return Stream.of(
                        "ResponseDescription",
                        "Response Description",
                        "ResponseMessage",
                        "responseDescription",
                        "status")
                .map(header::get)
                .filter(words -> words != null && words.isJsonPrimitive())
                .map(JsonElement::getAsString)
                .findFirst();
    }
}
