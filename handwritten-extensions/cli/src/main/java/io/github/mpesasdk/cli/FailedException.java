package io.github.mpesasdk.cli;

/** Something outside the command went wrong, such as a port that is taken. */
final class FailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final int exitCode;

    FailedException(String kind, String message) {
        this(kind, ExitCode.FAILED, message);
    }

    private FailedException(String kind, int exitCode, String message) {
        super(message);
        this.kind = kind;
        this.exitCode = exitCode;
    }

    /** Where no connection came about. */
    static FailedException notConnected(String message) {
        return new FailedException("notConnected", ExitCode.NOT_CONNECTED, message);
    }

    int exitCode() {
        return exitCode;
    }

    /** The kind of the {@link Problem}. */
    String kind() {
        return kind;
    }
}
