package io.github.mpesasdk.core.transport;

import java.io.IOException;

/** No connection came about, so nothing was sent for certain. */
public final class NotSentException extends IOException {
    private static final long serialVersionUID = 1L;

    private final IOException reason;

    NotSentException(IOException reason) {
        super(reason);
        this.reason = reason;
    }

    /** What went wrong on the way. */
    public IOException reason() {
        return reason;
    }
}
