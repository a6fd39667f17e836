package io.github.mpesasdk.core.transport;

import com.google.gson.JsonObject;
import io.github.mpesasdk.runtime.Catalogue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What differs between gateways: how they report errors, and what they want in a header. */
public interface Dialect {

    /** The market, for messages: {@code kenya}. */
    String market();

    /** The codes of the API. */
    Catalogue catalogue();

    /** The error that a JSON answer reports, whatever its HTTP status; empty if it reports none. */
    Optional<GatewayError> error(JsonObject answer);

    /** The gateway's words beside a refusing success field, for example {@code ResponseDescription}. */
    Optional<String> description(JsonObject answer);

    /** The gateway's id of the request in an answer that refuses with the success field, for the gateway's support. */
    default Optional<String> requestId(JsonObject answer) {
        return Optional.empty();
    }

    /**
     * The fields that an answer has which rejects a token, and no others: only such a bare rejection lets a payment be
     * sent once more. Empty where no payment ever is.
     */
    default Set<String> rejectionFields() {
        return Set.of();
    }

    /** How requests and answers are written. */
    default BodyFormat bodies() {
        return BodyFormat.json();
    }

    /** Headers that every request carries besides the usual ones. */
    default Map<String, String> headers() {
        return Map.of();
    }
}
