package io.github.mpesasdk.cli.conformance;

/** The cases cannot be played on: the sandbox or the runner is not there. The message is for people. */
public final class ConformanceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConformanceException(String message) {
        super(message);
    }
}
