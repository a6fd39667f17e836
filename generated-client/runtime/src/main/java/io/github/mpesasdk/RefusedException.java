package io.github.mpesasdk;

/** The gateway refused the request for certain. Nothing moved; {@link #code()} says why and what to do. */
public final class RefusedException extends MpesaException {

    private static final long serialVersionUID = 1L;

    public RefusedException(Incident incident) {
        super(withAdvice(incident.headline() + ": refused", incident), incident, null);
    }
}
