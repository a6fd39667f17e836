package io.github.mpesasdk;

import org.jspecify.annotations.Nullable;

/**
 * A request that moves no money got no usable answer: a time-out, a dropped connection, HTML, or trouble at the
 * gateway.
 */
public final class NoAnswerException extends MpesaException {
    private static final long serialVersionUID = 1L;

    public NoAnswerException(Incident incident, @Nullable Throwable cause) {
        super(incident.headline() + ": no usable answer." + incident.story(), incident, cause);
    }
}
