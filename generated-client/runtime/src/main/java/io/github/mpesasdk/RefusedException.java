package io.github.mpesasdk;

/**
 * The gateway refused the request for certain, and this request moved nothing; {@link #code()} says why and what to do.
 * A code of kind {@link CodeKind#DUPLICATE} speaks of this request alone: an earlier one may have moved money.
 */
public final class RefusedException extends MpesaException {
    private static final long serialVersionUID = 1L;

    public RefusedException(Incident incident) {
        super(incident.headline() + ": refused." + incident.story(), incident, null);
    }
}
