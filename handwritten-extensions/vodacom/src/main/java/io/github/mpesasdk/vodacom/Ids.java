package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.InvalidInputException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names that a request has before it is sent. */
final class Ids {

    private static final Pattern CONVERSATION_ID = Pattern.compile("[0-9A-Za-z]{1,32}");
    private static final int LONGEST_REFERENCE = 20;
    // Its letters are no hexadecimal digits, so no other id that is made here looks like it.
    private static final String SECOND_STAGE = "stage2";
    private static final Pattern OF_SECOND_STAGE = Pattern.compile(SECOND_STAGE + "[0-9a-f]{26}");

    private Ids() {}

    /** 32 hexadecimal digits that nobody can guess. */
    static String fresh() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** The same for the second stage of a payment, which is told from the id: nothing else in its callback tells it. */
    static String freshOfSecondStage() {
        return SECOND_STAGE + fresh().substring(SECOND_STAGE.length());
    }

    /** Whether an id was made for the second stage of a payment, by whatever client and however long ago. */
    static boolean isOfSecondStage(String id) {
        return OF_SECOND_STAGE.matcher(id).matches();
    }

    /** The caller's own id of a request, or a fresh one. */
    static String conversation(@Nullable String own, String call) {
        if (own == null) {
            return fresh();
        }
        // The field takes more, but the question for the outcome could not name it then.
        if (!CONVERSATION_ID.matcher(own).matches()) {
            throw new InvalidInputException(
                    call,
                    "conversationId",
                    "must be 1 to 32 letters or digits, so no hyphen; a UUID without its hyphens will do");
        }
        return own;
    }

    /** The caller's reference of a payment, or a fresh one of 20 letters and digits. */
    static String reference(@Nullable String own) {
        return own != null ? own : fresh().substring(0, LONGEST_REFERENCE);
    }
}
