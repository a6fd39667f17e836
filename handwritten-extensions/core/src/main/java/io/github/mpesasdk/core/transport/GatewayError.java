package io.github.mpesasdk.core.transport;

import io.github.mpesasdk.core.message.Told;
import io.github.mpesasdk.runtime.Role;
import org.jspecify.annotations.Nullable;

/**
 * An error as a gateway reports it, uncleaned.
 *
 * @param code the gateway's code
 * @param message the gateway's words; may hold a token or a phone number
 * @param requestId the id for the gateway's support
 */
public record GatewayError(
        String code, @Nullable String message, @Nullable String requestId) {

    /** The error that an answer tells. */
    public static GatewayError of(Told told) {
        return new GatewayError(
                told.code(), told.words(), told.first(Role.REQUEST).orElse(null));
    }

    @Override
    public String toString() {
        return "GatewayError[" + code + "]";
    }
}
