package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Unknown;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A search for one payment, which is believed only while this client has sent no other payment that looks the same.
 *
 * @param search looks once
 * @param lookalikes the payments for which it could be taken
 */
record LostAndFound(Supplier<CompletableFuture<Outcome>> search, Lookalikes.Group lookalikes) {

    private static final String RIVAL = "This client sent another payment that looks the same, so one that is found may"
            + " be either: only the callback can tell.";

    CompletableFuture<Outcome> look(OpenPayment payment) {
        if (lookalikes.hasRivalOf(payment)) {
            throw new CannotAskException(RIVAL);
        }
        // Another one may have been sent meanwhile.
        return search.get()
                .thenApply(found -> found.isSettled() && lookalikes.hasRivalOf(payment)
                        ? new Unknown(payment.reference(), Reason.of(Reason.Kind.NOT_GENUINE, RIVAL))
                        : found);
    }
}
