package io.github.mpesasdk;

import java.time.Instant;
import java.util.Objects;

/**
 * A token or session of a gateway. {@code toString} hides it.
 *
 * @param value what goes behind {@code Bearer}
 * @param expiresAt when the gateway stops taking it
 */
public record AccessToken(String value, Instant expiresAt) {

    public AccessToken {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    @Override
    public String toString() {
        return "AccessToken[***, expiresAt=" + expiresAt + "]";
    }
}
