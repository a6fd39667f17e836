package io.github.mpesasdk;

/** No connection to the gateway came about. Nothing was sent, so the call may be made again. */
public final class NotConnectedException extends MpesaException {

    private static final long serialVersionUID = 1L;

    public NotConnectedException(Incident incident, Throwable cause) {
        super(
                incident.headline() + ": could not connect (" + cause.getClass().getSimpleName()
                        + "), nothing was sent. Check the network and the base URL, then try again.",
                incident,
                cause);
    }
}
