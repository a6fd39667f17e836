package io.github.mpesasdk;

import org.jspecify.annotations.Nullable;

/** A body is not one that this market sends: HTML, empty, another format or another market's. */
public final class UnreadableBodyException extends MpesaException {

    private static final long serialVersionUID = 1L;

    public UnreadableBodyException(String market, String reason, @Nullable String rawBody, @Nullable Throwable cause) {
        super(
                "This is not a body that " + market + " sends: " + reason + ".",
                new Incident(market, "", null, null, null, null, rawBody, null, true),
                cause);
    }
}
