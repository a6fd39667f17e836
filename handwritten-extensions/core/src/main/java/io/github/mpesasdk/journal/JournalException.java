package io.github.mpesasdk.journal;

/** A journal could not be read or written just now. Its message says why, without secrets and without data. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
