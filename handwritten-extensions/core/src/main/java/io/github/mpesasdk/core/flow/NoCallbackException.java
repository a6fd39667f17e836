package io.github.mpesasdk.core.flow;

/** The gateway took a question, and its answer did not come here: late, lost, or to another machine. */
final class NoCallbackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoCallbackException() {
        super("no callback came to this process");
    }
}
