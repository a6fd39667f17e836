package io.github.mpesasdk.drc;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.core.outcome.Settlement;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The one way in which money moves here: the answer acknowledges, and the callback tells the outcome. */
final class Payments {

    static final String BY_THIRD_PARTY_REFERENCE = "ThirdPartyReference";

    private final DrcContext context;

    Payments(DrcContext context) {
        this.context = context;
    }

    /** The caller's reference of a payment, or 32 hexadecimal digits that nobody can guess. */
    static String reference(@Nullable String own) {
        return own != null ? own : UUID.randomUUID().toString().replace("-", "");
    }

    /** Sends a payment once. */
    <Q extends WireRecord, A> Payment<A> pay(
            Operation<Q, A> operation, String thirdPartyReference, CallbackAddress address, Q request) {
        request.check();
        Reference reference = new Reference(BY_THIRD_PARTY_REFERENCE, thirdPartyReference);
        // Before the send: callbacks can overtake answers.
        CompletableFuture<Heard> callback =
                context.desk().expect(address.segment(), heard -> DrcOutcomes.settles(heard, operation));
        context.desk().alias(address.segment(), thirdPartyReference);
        A answer = context.invoker().invoke(operation, request);
        return new Payment<>(answer, reference, settlement(callback, reference));
    }

    /** Waits for the callback of a payment that this client sent. */
    Outcome find(Reference reference, Duration limit) {
        if (!reference.field().equals(BY_THIRD_PARTY_REFERENCE)) {
            throw new InvalidInputException(
                    "find", "reference", "must be one that a payment or an error of this client came with");
        }
        CompletableFuture<Heard> callback =
                context.desk().byAlias(reference.value()).orElseGet(CompletableFuture::new);
        return settlement(callback, reference).await(limit, new Unknown(reference, null));
    }

    private static Settlement settlement(CompletableFuture<Heard> callback, Reference reference) {
        // The gateway has no known call that asks, so the question is never answered.
        return new Settlement(
                callback.thenApply(heard -> DrcOutcomes.of(heard, reference)), CompletableFuture::new, Duration.ZERO);
    }
}
