package io.github.mpesasdk.sandbox;

import com.google.gson.annotations.SerializedName;
import java.time.Instant;
import java.util.List;

/**
 * One attempt to deliver a callback. {@link #toString()} shows neither address nor body, because the one is a secret
 * and the other holds names and numbers.
 *
 * @param id of the callback, the same for all its attempts; what is delivered again is named by it
 * @param attempt the first is 1
 * @param at when it ended, by the sandbox's clock
 * @param operationId the operation whose request caused it
 * @param url where it goes
 * @param body what it says
 * @param outcome what became of it
 * @param status the HTTP status of the receiver, 0 if there was none
 * @param reason why it failed, in words; empty if the receiver answered with a status from 200 to 299
 * @param violations what is wrong with the receiver's reply, in words, where the market prescribes one
 */
public record Delivery(
        String id,
        int attempt,
        Instant at,
        @SerializedName("operation") String operationId,
        String url,
        String body,
        Outcome outcome,
        int status,
        String reason,
        List<String> violations) {

    /** What became of an attempt. */
    public enum Outcome {
        /** The receiver answered, with any status. */
        DELIVERED,
        /** The receiver could not be reached or did not answer in time. */
        UNREACHABLE,
        /** The address is neither on loopback nor on an allowed host, so no connection was made. */
        UNDELIVERABLE,
        /** It would go by e-mail, which the sandbox does not send. */
        MAIL,
        /** It was lost on purpose, by {@link Fault#LOST_CALLBACK}. */
        LOST
    }

    @Override
    public String toString() {
        return "Delivery[" + operationId + ", attempt=" + attempt + ", outcome=" + outcome + ", status=" + status
                + (reason.isEmpty() ? "" : ", reason=" + reason) + "]";
    }
}
