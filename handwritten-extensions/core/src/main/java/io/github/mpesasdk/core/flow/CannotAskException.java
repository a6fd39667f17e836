package io.github.mpesasdk.core.flow;

/** The gateway cannot be asked what became of a payment; the message says why. Never leaves this package. */
final class CannotAskException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;

    CannotAskException(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
