package io.github.mpesasdk.core.transport;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Errors that travelled through futures. */
public final class Failures {

    private Failures() {}

    /** The error itself, without the wrappings that futures put around it. */
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause instanceof ExecutionException || cause instanceof CompletionException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The error to throw on this thread for one that arose on another. */
    public static RuntimeException fromElsewhere(Throwable failure) {
        if (cause(failure) instanceof RuntimeException error) {
            // The stack shall show where the caller called, not only where the answer was read.
            error.addSuppressed(new CallSite());
            return error;
        }
        return new IllegalStateException("a defect of the SDK", cause(failure));
    }

    /** Marks the caller's place in the stack of an error that arose on another thread. */
    private static final class CallSite extends Exception {
        private static final long serialVersionUID = 1L;

        CallSite() {
            super("called from here");
        }
    }
}
