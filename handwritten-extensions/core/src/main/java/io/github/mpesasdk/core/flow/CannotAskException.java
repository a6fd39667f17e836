package io.github.mpesasdk.core.flow;

/** The gateway cannot be asked what became of a payment; the message says why. Never leaves this package. */
final class CannotAskException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final boolean othersCan;

    CannotAskException(String why, boolean othersCan) {
        super(why);
        this.why = why;
        this.othersCan = othersCan;
    }

    /** Whether a client with other settings could ask. */
    boolean othersCan() {
        return othersCan;
    }

    String why() {
        return why;
    }
}
