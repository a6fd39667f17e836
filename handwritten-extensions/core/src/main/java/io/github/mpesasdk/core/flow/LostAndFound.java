package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Unknown;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A search for one payment, which is believed only while no other payment was sent that looks the same.
 *
 * @param search looks once
 * @param hasRival whether another payment looks the same
 */
record LostAndFound(Supplier<CompletableFuture<Outcome>> search, BooleanSupplier hasRival) {

    private static final String RIVAL = "Another payment was sent that looks the same, so one that is found may be"
            + " either: only the callback can tell.";

    CompletableFuture<Outcome> look(OpenPayment payment) {
        if (hasRival.getAsBoolean()) {
            throw new CannotAskException(RIVAL, false);
        }
        // Another one may have been sent meanwhile.
        return search.get()
                .thenApply(found -> found.isSettled() && hasRival.getAsBoolean()
                        ? new Unknown(payment.reference(), Reason.of(Reason.Kind.NOT_GENUINE, RIVAL))
                        : found);
    }
}
