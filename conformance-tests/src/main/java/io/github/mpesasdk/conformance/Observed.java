package io.github.mpesasdk.conformance;

import com.google.gson.JsonObject;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.StillPendingException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.UnreadableBodyException;
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
