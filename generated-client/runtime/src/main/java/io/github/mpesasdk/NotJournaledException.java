package io.github.mpesasdk;

import org.jspecify.annotations.Nullable;

/**
 * The journal could not be written. Before a payment that means that nothing moved, so the call may be made again; of a
 * callback, that it was understood but is not kept yet, so answer HTTP 503 and the gateway may post it again.
 */
public final class NotJournaledException extends MpesaException {
    private static final long serialVersionUID = 1L;

    /**
     * Reports what could not be written.
     *
     * @param consequence what that means, as a sentence
     * @param cause what the journal says of it; null where it refused
     */
    public NotJournaledException(Incident incident, String consequence, @Nullable Throwable cause) {
        super(
                incident.headline() + ": " + consequence
                        + (cause == null ? "" : " The journal cannot be used: " + cause.getMessage()),
                incident,
                cause);
    }
}
