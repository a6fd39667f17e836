package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Incident;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.outcome.Enquiry;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.core.outcome.Settlement;
import io.github.mpesasdk.daraja.model.Acknowledgement;
import io.github.mpesasdk.daraja.model.IdentifierType;
import io.github.mpesasdk.daraja.model.Result;
import io.github.mpesasdk.daraja.model.TransactionStatusCommandId;
import io.github.mpesasdk.daraja.model.TransactionStatusRequest;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one way in which B2C, B2B, balance, status and reversal work: an acknowledgement now, a {@code Result} later. */
final class Results {

    static final String BY_CONVERSATION_ID = "OriginatorConversationID";
    static final String BY_RECEIPT = "TransactionID";
    static final String BY_RESULT_ADDRESS = "ResultURL";

    // Times the pause before the first question: half a minute, unless the caller is in a hurry.
    private static final int PATIENCE = 6;

    private final DarajaContext context;

    Results(DarajaContext context) {
        this.context = context;
    }

    /** Sends a payment once. {@code ownId} is the id of ours on the wire, where the wire takes one. */
    <Q extends WireRecord> Payment<Acknowledgement> pay(
            Operation<Q, Acknowledgement> operation, CallbackAddress address, Q request, @Nullable String ownId) {
        CompletableFuture<KenyaCallback> callback = context.callback(address.segment());
        if (ownId != null) {
            // Before the send: a payment whose answer is lost must still be found under its id.
            context.desk().alias(address.segment(), ownId);
        }
        Acknowledgement acknowledgement = context.invoker().invoke(operation, request);
        String id = ownId != null ? ownId : acknowledgement.originatorConversationId();
        if (id == null) {
            Reference byAddress = new Reference(BY_RESULT_ADDRESS, address.uri().toString());
            return new Payment<>(acknowledgement, byAddress, settlement(operation.id(), callback, byAddress));
        }
        context.desk().alias(address.segment(), id);
        Reference reference = new Reference(BY_CONVERSATION_ID, id);
        return new Payment<>(acknowledgement, reference, settlement(operation.id(), callback, reference));
    }

    /** Settles a payment that was sent, here or in an earlier life of the process. */
    Settlement settlement(String operation, CompletableFuture<KenyaCallback> callback, Reference reference) {
        return new Settlement(
                callback.thenApply(event -> outcome(operation, event, reference)),
                () -> ask(reference),
                context.settings().firstQuestion());
    }

    private static Outcome outcome(String operation, KenyaCallback event, Reference reference) {
        return event instanceof KenyaCallback.OperationResult result
                ? KenyaOutcomes.ofResult(operation, result.payload(), reference)
                : new Unknown(reference, null);
    }

    private CompletableFuture<Outcome> ask(Reference reference) {
        boolean canAsk = !reference.field().equals(BY_RESULT_ADDRESS)
                && context.settings().initiator() != null
                && context.settings().shortCode() != null
                && context.settings().callbacks() != null;
        Outcome nothingHeard = new Unknown(reference, null);
        if (!canAsk) {
            return CompletableFuture.completedFuture(nothingHeard);
        }
        // The answer comes by callback, and a callback can be lost: then the question is asked anew.
        Duration patience = context.settings().firstQuestion().multipliedBy(PATIENCE);
        return status(reference).answer().completeOnTimeout(nothingHeard, patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Asks what became of a transaction, by receipt or by conversation id. */
    Enquiry<Outcome> status(Reference reference) {
        CallbackAddress address = context.address(null, "transactions().status");
        Initiator initiator = context.initiator("transactions().status");
        TransactionStatusRequest.Builder request = TransactionStatusRequest.builder()
                .initiator(initiator.name())
                .securityCredential(initiator.securityCredential())
                .commandId(TransactionStatusCommandId.TRANSACTION_STATUS_QUERY)
                .partyA(context.shortCode("transactions().status"))
                .identifierType(IdentifierType.SHORT_CODE)
                .resultUrl(address.uri())
                .queueTimeoutUrl(address.timeoutUri())
                .remarks("status");
        if (reference.field().equals(BY_RECEIPT)) {
            request.transactionId(reference.value());
        } else {
            request.originalConversationId(reference.value());
        }
        return enquire(
                "transactionStatus",
                address,
                context.api().transaction()::transactionStatusAsync,
                request.build(),
                result -> KenyaOutcomes.ofStatusResult(result, reference));
    }

    /** Sends a question and reads its result. */
    <Q extends WireRecord, T> Enquiry<T> enquire(
            String operation,
            CallbackAddress address,
            Function<Q, CompletableFuture<Acknowledgement>> send,
            Q request,
            Function<Result, T> read) {
        CompletableFuture<KenyaCallback> callback = context.desk().expect(address.segment());
        CompletableFuture<T> answer = send.apply(request)
                .thenCompose(acknowledgement -> callback)
                .thenApply(event -> read.apply(result(operation, event)));
        return new Enquiry<>(DarajaDialect.MARKET, operation, answer);
    }

    private static Result result(String operation, KenyaCallback event) {
        Incident incident = Incident.of(DarajaDialect.MARKET, operation);
        if (event instanceof KenyaCallback.OperationResult result) {
            return result.payload();
        }
        throw new NoAnswerException(incident, null);
    }

    /** The result, if it says that the question was answered. */
    static Result answered(String operation, Result result) {
        Code code = KenyaOutcomes.code(operation, result.resultCode());
        if (code.kind() != CodeKind.SUCCESS) {
            Incident incident = Incident.of(DarajaDialect.MARKET, operation).withCode(code, null, null);
            throw code.isFinal() ? new RefusedException(incident) : new NoAnswerException(incident, null);
        }
        return result;
    }
}
