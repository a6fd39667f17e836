package io.github.mpesasdk;

/** A question came before the payment was finished. Not a failure: ask again later. */
public final class StillPendingException extends MpesaException {
    private static final long serialVersionUID = 1L;

    public StillPendingException(Incident incident) {
        super(incident.headline() + ": not finished yet." + incident.story(), incident, null);
    }
}
