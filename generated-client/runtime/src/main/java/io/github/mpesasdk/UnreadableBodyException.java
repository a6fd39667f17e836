package io.github.mpesasdk;

import org.jspecify.annotations.Nullable;

/** A body is not one that this market sends: HTML, empty, another format or another market's. */
public final class UnreadableBodyException extends MpesaException {
    private static final long serialVersionUID = 1L;

    /**
     * Reports a body.
     *
     * @param reason what it is instead, without a full stop: {@code it is an HTML page}
     * @param rawBody the body as it came; kept for {@link #rawBody()}, never shown
     */
    public UnreadableBodyException(String market, String reason, @Nullable String rawBody, @Nullable Throwable cause) {
        super(
                "This is not a body that " + market + " sends: " + reason + ".",
                Incident.of(market, "").withBody(rawBody),
                cause);
    }
}
