package io.github.mpesasdk.cli.market;

/** What the user gave cannot be used. Nothing was sent. The message never quotes what could be secret. */
public final class BadInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadInputException(String message) {
        super(message);
    }
}
