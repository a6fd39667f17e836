package io.github.mpesasdk.cli.conformance;

/** The cases cannot be played on: the sandbox or the runner is not there. The message is for people. */
public final class ConformanceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean isConnected;

    ConformanceException(String message) {
        this(message, true);
    }

    private ConformanceException(String message, boolean isConnected) {
        super(message);
        this.isConnected = isConnected;
    }

    /** Where no connection came about. */
    static ConformanceException notConnected(String message) {
        return new ConformanceException(message, false);
    }

    /** Whether what it was looking for could be connected to. */
    public boolean isConnected() {
        return isConnected;
    }
}
