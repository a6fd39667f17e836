package io.github.mpesasdk.sandbox.tls;

import java.io.UncheckedIOException;
import java.net.BindException;

/** A port that the sandbox is to listen on cannot be opened; the message names it. */
public final class PortException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param port which port
     * @param cause what the system says
     */
    public PortException(int port, BindException cause) {
        super(words(port, String.valueOf(cause.getMessage())), cause);
    }

    private static String words(int port, String why) {
        return "Port " + port
                + (why.contains("in use")
                        ? " is taken, perhaps by another sandbox."
                        : " cannot be opened: " + why + ".");
    }
}
