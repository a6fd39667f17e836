package io.github.mpesasdk.cli;

/** Something outside the command went wrong, such as a port that is taken. */
final class FailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String kind;

    FailedException(String kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** The kind of the {@link Problem}. */
    String kind() {
        return kind;
    }
}
