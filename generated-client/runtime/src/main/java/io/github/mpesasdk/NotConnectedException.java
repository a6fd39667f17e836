package io.github.mpesasdk;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** No connection to the gateway came about. Nothing was sent, so the call may be made again. */
public final class NotConnectedException extends MpesaException {
    private static final long serialVersionUID = 1L;

    /**
     * Reports that nothing was sent.
     *
     * @param target host and port that could not be reached
     */
    public NotConnectedException(Incident incident, String target, Throwable cause) {
        super(
                incident.headline() + ": could not connect to " + target + ", nothing was sent. "
                        + likelyCause(cause, target),
                incident,
                cause);
    }

    private static String likelyCause(Throwable cause, String target) {
        if (cause instanceof UnknownHostException) {
            return "The name of the host is not known here: check the base URL and DNS.";
        }
        if (cause instanceof SSLException) {
            return "TLS failed: check the clock of this machine, its certificate authorities, and any proxy on the way.";
        }
        if (cause instanceof ConnectException) {
            return "Nothing answered there, or a firewall refused: check the base URL, whether port "
                    + target.substring(target.lastIndexOf(':') + 1)
                    + " is open from here, and whether the operator has allowed your address.";
        }
        if (cause instanceof SocketTimeoutException) {
            return "It took too long: a firewall on the way often drops what it does not allow, so check whether port "
                    + target.substring(target.lastIndexOf(':') + 1) + " is open from here.";
        }
        return "Check the network and the base URL, then try again.";
    }
}
