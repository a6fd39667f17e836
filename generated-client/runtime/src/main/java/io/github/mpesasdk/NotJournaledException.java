package io.github.mpesasdk;

/**
 * The journal could not be written. Before a payment that means that nothing was sent, so the call may be made again;
 * of a callback, that it was understood but is not kept, so answer HTTP 503 and the gateway may post it again.
 */
public final class NotJournaledException extends MpesaException {
    private static final long serialVersionUID = 1L;

    /**
     * Reports what could not be written.
     *
     * @param consequence what that means, as a sentence
     */
    public NotJournaledException(Incident incident, String consequence, Throwable cause) {
        super(
                incident.headline() + ": the journal could not be written. " + consequence + " Check the database: "
                        + cause.getMessage(),
                incident,
                cause);
    }
}
