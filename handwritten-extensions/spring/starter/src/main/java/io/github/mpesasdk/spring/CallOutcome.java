package io.github.mpesasdk.spring;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.NotJournaledException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.StillPendingException;
import io.github.mpesasdk.UnknownOutcomeException;
import java.util.Map;
import java.util.Optional;

/** How a call ended, in one word of a fixed few: fit for a tag. */
final class CallOutcome {

    private static final Map<Class<? extends MpesaException>, String> WORDS = Map.of(
            InvalidInputException.class, "invalid",
            NotConnectedException.class, "not_connected",
            RefusedException.class, "refused",
            UnknownOutcomeException.class, "unknown",
            NoAnswerException.class, "no_answer",
            StillPendingException.class, "pending",
            NotJournaledException.class, "not_journaled");

    private CallOutcome() {}

    static String of(Optional<MpesaException> error) {
        return error.map(failure -> WORDS.getOrDefault(failure.getClass(), "failed"))
                .orElse("ok");
    }
}
