package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Incident;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.core.outcome.Enquiry;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.core.outcome.Settlement;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import io.github.mpesasdk.vodacomapi.api.TransactionApi;
import io.github.mpesasdk.vodacomapi.model.QueryTransactionStatusRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The one way in which every operation works: the answer is the outcome, or it only acknowledges and the outcome comes
 * by callback. Which of the two is set for the application in the portal, so every call is ready for both.
 */
final class Sending {

    static final String BY_CONVERSATION_ID = "input_ThirdPartyConversationID";
    static final String BY_QUERY_REFERENCE = "input_QueryReference";

    // In asynchronous mode the answer to a question is a callback too, and may be lost like one.
    private static final long SECONDS_FOR_AN_ANSWER = 15;

    private final VodacomContext context;
    private final Questions questions;

    Sending(VodacomContext context) {
        this.context = context;
        this.questions = new Questions(context);
    }

    /** Sends a payment once, under an id of ours that is in the request. */
    <Q extends WireRecord, A> Payment<A> pay(Operation<Q, A> operation, String id, Q request) {
        // Before the send: callbacks can overtake answers.
        CompletableFuture<Heard> callback = expect(operation, id);
        A answer = context.invoker().invoke(operation, request);
        Reference reference = new Reference(BY_CONVERSATION_ID, id);
        WireFields fields = Questions.fields(operation, answer);
        Settlement settlement = Questions.isOutcome(operation, fields)
                ? settled(new Succeeded(reference, fields.text("TransactionID").orElse(null), fields.toMap()))
                : settlement(operation.id(), callback, reference);
        return new Payment<>(answer, reference, settlement);
    }

    private CompletableFuture<Heard> expect(Operation<?, ?> operation, String id) {
        CompletableFuture<Heard> callback = context.desk().expect(id);
        context.desk().alias(id, Callbacks.aliasOf(operation.id(), id));
        return callback;
    }

    private Settlement settled(Outcome outcome) {
        CompletableFuture<Outcome> known = CompletableFuture.completedFuture(outcome);
        return new Settlement(known, () -> known, context.settings().firstQuestion());
    }

    /** Settles a payment that was sent, here or in an earlier life of the process. */
    Settlement settlement(String operation, CompletableFuture<Heard> callback, Reference reference) {
        return new Settlement(
                callback.thenApply(heard -> VodacomOutcomes.ofCallback(operation, heard, reference)),
                () -> status(reference)
                        .completeOnTimeout(new Unknown(reference, null), SECONDS_FOR_AN_ANSWER, TimeUnit.SECONDS),
                context.settings().firstQuestion());
    }

    /** Asks what became of a transaction, by whatever names it. */
    CompletableFuture<Outcome> status(Reference reference) {
        String provider = context.serviceProvider("transactions().status");
        return questions
                .ask(TransactionApi.QUERY_TRANSACTION_STATUS, id -> QueryTransactionStatusRequest.builder()
                        .queryReference(reference.value())
                        .country(context.country())
                        .serviceProviderCode(provider)
                        .thirdPartyConversationId(id)
                        .build())
                .thenApply(fields -> VodacomOutcomes.ofStatus(fields, reference))
                .exceptionally(error -> unknownOrThrow(error, reference));
    }

    // "Not found" may mean "not yet", and a question that failed settles nothing.
    private static Outcome unknownOrThrow(Throwable error, Reference reference) {
        Throwable cause = Questions.cause(error);
        if (cause instanceof NoAnswerException unanswered && hasCode(unanswered)) {
            return new Unknown(reference, unanswered.code().orElseThrow());
        }
        throw new CompletionException(cause);
    }

    // The catalogue has entries for bare HTTP statuses too; those say nothing of any transaction.
    private static boolean hasCode(NoAnswerException unanswered) {
        return unanswered.code().filter(code -> !code.value().isEmpty()).isPresent();
    }

    /** Sends what changes something without moving money, once, and reads what came of it. */
    <Q extends WireRecord, A, T> Enquiry<T> arrange(
            Operation<Q, A> operation, String id, Q request, Function<WireFields, T> read) {
        CompletableFuture<Heard> callback = expect(operation, id);
        CompletableFuture<T> result = context.invoker()
                .invokeAsync(operation, request)
                .thenCompose(answer -> Questions.outcome(operation, answer, callback))
                .thenApply(fields -> read.apply(accepted(operation, fields)));
        return new Enquiry<>(VodacomDialect.MARKET, operation.id(), result);
    }

    /** Asks a question, and reads its answer. */
    <Q extends WireRecord, A, T> Enquiry<T> enquire(
            Operation<Q, A> operation, Function<String, Q> request, Function<WireFields, T> read) {
        return new Enquiry<>(
                VodacomDialect.MARKET,
                operation.id(),
                questions.ask(operation, request).thenApply(fields -> read.apply(accepted(operation, fields))));
    }

    // A callback can refuse as well; the refusals of answers were thrown already.
    private static WireFields accepted(Operation<?, ?> operation, WireFields fields) {
        Code code = VodacomOutcomes.code(operation.id(), fields);
        if (code.kind() == CodeKind.SUCCESS) {
            return fields;
        }
        Incident incident = Incident.of(VodacomDialect.MARKET, operation.id()).withCode(code, null, null);
        throw code.isFinal() ? new RefusedException(incident) : new NoAnswerException(incident, null);
    }
}
