package io.github.mpesasdk.journal;

/** A journal could not be read or written. Its message says why, without secrets and without data. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean permanent;

    /** It could not just now. */
    public JournalException(String message, Throwable cause) {
        this(message, cause, false);
    }

    /**
     * Reports what could not be done.
     *
     * @param isPermanent whether the same can never be written, such as a value that is too long
     */
    public JournalException(String message, Throwable cause, boolean isPermanent) {
        super(message, cause);
        this.permanent = isPermanent;
    }

    /** Whether trying again is of no use. */
    public boolean isPermanent() {
        return permanent;
    }
}
