package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.mozambiqueapi.MozambiqueCodes;
import io.github.mpesasdk.mozambiqueapi.api.TransactionApi;
import io.github.mpesasdk.mozambiqueapi.model.QueryTransactionStatusResponse;
import io.github.mpesasdk.mozambiqueapi.model.TransactionResponse;
import io.github.mpesasdk.mozambiqueapi.model.TransactionStatus;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What messages say about a payment. Only codes and words that the catalogue calls final settle anything. */
final class MozambiqueOutcomes {

    private static final String STATUS = TransactionApi.QUERY_TRANSACTION_STATUS.id();

    private static final List<String> PAYMENTS = MozambiqueApi.OPERATIONS.stream()
            .filter(operation -> operation.effect() == Effect.MONEY)
            .map(Operation::id)
            .toList();

    private MozambiqueOutcomes() {}

    /** An accepted payment with a transaction id is done; without one it is only under way. */
    static Optional<Outcome> ofAnswer(TransactionResponse answer, Reference reference) {
        return WireText.present(answer.transactionId())
                .map(id -> new Succeeded(reference, id, WireText.all(TransactionResponse.ADAPTER.toJsonTree(answer))));
    }

    /**
     * What a callback says of the payment under whose reference it came.
     *
     * @param operation the operation id of the payment; empty where it is not known
     */
    static Outcome ofEvent(String operation, MozambiqueCallback event, Reference reference) {
        if (event instanceof MozambiqueCallback.Transaction transaction) {
            return ofCode(operation, transaction, reference);
        }
        return ofStatusEvent(event, reference);
    }

    private static Outcome ofCode(String operation, MozambiqueCallback.Transaction event, Reference reference) {
        return Outcome.of(
                code(operation, event.resultCode()),
                reference,
                event.transactionId().orElse(null),
                event.details());
    }

    /** The answer to a status question; empty where it only acknowledges the question. */
    static Optional<Outcome> ofStatusAnswer(QueryTransactionStatusResponse answer, Reference reference) {
        return Optional.ofNullable(answer.responseTransactionStatus())
                .filter(status -> WireText.present(status.value()).isPresent())
                .map(status -> ofStatus(
                        status,
                        null,
                        WireText.all(QueryTransactionStatusResponse.ADAPTER.toJsonTree(answer)),
                        reference));
    }

    /** The code of a status callback speaks of the question; what became of the payment is a word beside it. */
    static Outcome ofStatusEvent(MozambiqueCallback event, Reference reference) {
        Code code = code(STATUS, event.resultCode());
        if (code.kind() == CodeKind.SUCCESS && event instanceof MozambiqueCallback.Status status) {
            return ofStatus(
                    status.payload().responseTransactionStatus(),
                    status.transactionId().orElse(null),
                    status.details(),
                    reference);
        }
        return new Unknown(reference, code.kind() == CodeKind.SUCCESS ? null : code);
    }

    private static Outcome ofStatus(
            @Nullable TransactionStatus status,
            @Nullable String transactionId,
            Map<String, String> details,
            Reference reference) {
        boolean askedById = reference.field().equals(Payments.BY_TRANSACTION_ID);
        String receipt = transactionId == null && askedById ? reference.value() : transactionId;
        return Outcome.of(word(status), reference, receipt, details);
    }

    /** What the word for the state of a transaction means. */
    static Code word(@Nullable TransactionStatus status) {
        return MozambiqueCodes.CATALOGUE.status(STATUS, status == null ? "" : status.value());
    }

    /** What a result code means; an empty operation where nobody knows which payment is answered. */
    static Code code(String operation, @Nullable String resultCode) {
        return MozambiqueCodes.CATALOGUE.result(
                operation.isEmpty() ? PAYMENTS : List.of(operation),
                WireText.present(resultCode).orElse(""),
                null);
    }
}
