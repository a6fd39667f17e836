package io.github.mpesasdk.kenya;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.core.transport.Dialect;
import io.github.mpesasdk.core.transport.GatewayError;
import io.github.mpesasdk.daraja.DarajaCodes;
import io.github.mpesasdk.runtime.Catalogue;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How Daraja reports errors: in one of three envelopes, with any HTTP status, 200 included. */
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
        return ErrorEnvelopes.read(answer);
    }

    @Override
    public Set<String> rejectionFields() {
        return Set.of("requestId", "errorCode", "errorMessage");
    }

    @Override
    public Optional<String> description(JsonObject answer) {
        return Optional.ofNullable(text(answer, "ResponseDescription"));
    }

    /** The text of a field that holds something. */
    static Optional<String> present(JsonObject object, String field) {
        return Optional.ofNullable(text(object, field)).filter(text -> !text.isBlank());
    }

    private static @Nullable String text(JsonObject object, String field) {
        JsonElement value = object.get(field);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : null;
    }
}
