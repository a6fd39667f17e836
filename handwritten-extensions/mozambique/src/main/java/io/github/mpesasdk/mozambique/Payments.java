package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.core.outcome.Settlement;
import io.github.mpesasdk.mozambiqueapi.model.TransactionResponse;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The one way in which money moves here: an answer that is the outcome itself, or an acknowledgement whose outcome is
 * called back or asked for.
 */
final class Payments {

    static final String BY_THIRD_PARTY_REFERENCE = "input_ThirdPartyReference";
    static final String BY_TRANSACTION_ID = "output_TransactionID";
    static final String BY_CONVERSATION_ID = "output_ConversationID";

    private static final Set<String> ASKABLE = Set.of(BY_THIRD_PARTY_REFERENCE, BY_TRANSACTION_ID, BY_CONVERSATION_ID);
    // A question can be answered by a callback that is lost; then it is asked again.
    private static final Duration QUESTION_PATIENCE = Duration.ofSeconds(15);

    private final MozambiqueContext context;

    Payments(MozambiqueContext context) {
        this.context = context;
    }

    /** Sends a payment once. */
    <Q extends WireRecord> Payment<TransactionResponse> pay(
            Operation<Q, TransactionResponse> operation, RequestId id, Q request) {
        request.check();
        Reference reference = new Reference(BY_THIRD_PARTY_REFERENCE, id.value());
        // Before the send: callbacks can overtake answers.
        Optional<CompletableFuture<MozambiqueCallback>> early =
                id.isRandom() ? Optional.of(expect(operation.id(), id.value(), reference)) : Optional.empty();
        TransactionResponse answer = context.invoker().invoke(operation, request);
        Optional<Outcome> now = MozambiqueOutcomes.ofAnswer(answer, reference);
        if (now.isPresent()) {
            return new Payment<>(answer, reference, settled(now.get()));
        }
        CompletableFuture<MozambiqueCallback> callback = early.orElseGet(() -> WireText.present(answer.conversationId())
                .map(conversation -> expect(operation.id(), conversation, reference))
                .orElseGet(CompletableFuture::new));
        return new Payment<>(answer, reference, settlement(operation.id(), callback, reference));
    }

    private CompletableFuture<MozambiqueCallback> expect(String operation, String proof, Reference reference) {
        CompletableFuture<MozambiqueCallback> callback = context.desk()
                .expect(proof, event -> MozambiqueOutcomes.ofEvent(operation, event, reference)
                        .isSettled());
        context.desk().alias(proof, reference.value());
        return callback;
    }

    private Settlement settled(Outcome outcome) {
        return new Settlement(
                CompletableFuture.completedFuture(outcome),
                () -> CompletableFuture.completedFuture(outcome),
                context.settings().firstQuestion());
    }

    /** Settles a payment that was sent, here or in an earlier life of the process. */
    Outcome find(Reference reference, Duration limit) {
        if (!ASKABLE.contains(reference.field())) {
            throw new InvalidInputException(
                    "find", "reference", "must be one that a payment or an error of this client came with");
        }
        CompletableFuture<MozambiqueCallback> callback =
                context.desk().byAlias(reference.value()).orElseGet(CompletableFuture::new);
        return settlement("", callback, reference).await(limit, new Unknown(reference, null));
    }

    private Settlement settlement(
            String operation, CompletableFuture<MozambiqueCallback> callback, Reference reference) {
        return new Settlement(
                callback.thenApply(event -> MozambiqueOutcomes.ofEvent(operation, event, reference)),
                () -> ask(reference),
                context.settings().firstQuestion());
    }

    private CompletableFuture<Outcome> ask(Reference reference) {
        Unknown nothingHeard = new Unknown(reference, null);
        return context.settings().serviceProvider() == null
                ? CompletableFuture.completedFuture(nothingHeard)
                : new Questions(context)
                        .status(reference)
                        .answer()
                        .completeOnTimeout(nothingHeard, QUESTION_PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
