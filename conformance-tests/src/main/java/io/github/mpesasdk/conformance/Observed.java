package io.github.mpesasdk.conformance;

import com.google.gson.JsonObject;
import io.github.mpesasdk.error.InvalidInputException;
import io.github.mpesasdk.error.MpesaException;
import io.github.mpesasdk.error.NoAnswerException;
import io.github.mpesasdk.error.NotConnectedException;
import io.github.mpesasdk.error.RefusedException;
import io.github.mpesasdk.error.StillPendingException;
import io.github.mpesasdk.error.UnknownOutcomeException;
import io.github.mpesasdk.error.UnreadableBodyException;
import org.jspecify.annotations.Nullable;

/**
 * What a caller saw: an answer or an error.
 *
 * @param returned the answer, by wire names
 * @param error the error
 */
public record Observed(
        @Nullable JsonObject returned, @Nullable MpesaException error) {

    /** The word that the cases have for a class of errors. */
    public static String errorWord(MpesaException error) {
        // A switch over the sealed family would be checked for completeness, but needs a newer Java than 17.
        if (error instanceof InvalidInputException) {
            return "invalid-input";
        }
        if (error instanceof NotConnectedException) {
            return "not-connected";
        }
        if (error instanceof RefusedException) {
            return "refused";
        }
        if (error instanceof UnknownOutcomeException) {
            return "unknown";
        }
        if (error instanceof NoAnswerException) {
            return "no-answer";
        }
        if (error instanceof StillPendingException) {
            return "pending";
        }
        if (error instanceof UnreadableBodyException) {
            return "unreadable";
        }
        throw new IllegalStateException("the cases have no word for " + error.getClass());
    }

    @Override
    public String toString() {
        return error == null ? "an answer" : errorWord(error) + " (" + error.getMessage() + ")";
    }
}
