package io.github.mpesasdk.cli;

/** What the command's exit code says. Scripts rely on these numbers. */
final class ExitCode {

    /** Done. */
    static final int DONE = 0;
    /** Refused by the gateway, or failed. */
    static final int FAILED = 1;
    /** Bad input or usage; nothing was sent. */
    static final int BAD_INPUT = 2;
    /** A payment was sent and its outcome is not known. */
    static final int OUTCOME_UNKNOWN = 3;
    /** Could not connect; nothing was sent. */
    static final int NOT_CONNECTED = 4;

    private ExitCode() {}
}
