package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Failed;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.daraja.DarajaApi;
import io.github.mpesasdk.daraja.DarajaCodes;
import io.github.mpesasdk.daraja.model.Result;
import io.github.mpesasdk.daraja.model.StkCallback;
import io.github.mpesasdk.daraja.model.StkQueryResponse;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.TextOrNumber;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Kenyan messages say about a payment. Only codes that the catalogue calls final settle anything. */
final class KenyaOutcomes {

    // Only Completed is documented; the others are how the wallet names an end without money moved (inferred).
    private static final String COMPLETED = "completed";
    private static final Set<String> ENDED_UNPAID = Set.of("failed", "cancelled", "declined", "expired");

    private static final List<String> PAYMENTS = DarajaApi.OPERATIONS.stream()
            .filter(operation -> operation.effect() == Effect.MONEY)
            .filter(operation ->
                    operation.callback().filter("ResultEnvelope"::equals).isPresent())
            .map(Operation::id)
            .toList();

    private KenyaOutcomes() {}

    static Outcome ofStkCallback(StkCallback callback, Reference reference) {
        return ofCode(
                "stkPush",
                callback.resultCode(),
                reference,
                StkDetails.of(callback).receipt().orElse(null),
                StkDetails.items(callback).toMap());
    }

    static Outcome ofStkQuery(StkQueryResponse answer, Reference reference) {
        return ofCode("stkQuery", answer.resultCode(), reference, null, Map.of());
    }

    /** The result of a payment; {@code operation} tells the codes of B2C, B2B and reversal apart. */
    static Outcome ofResult(String operation, Result result, Reference reference) {
        ResultDetails details = ResultDetails.of(result);
        String receipt = details.receipt().orElse(result.transactionId());
        return ofCode(
                operation,
                result.resultCode(),
                reference,
                receipt,
                details.parameters().toMap());
    }

    /** The result of a status query speaks of the question; what became of the payment is a parameter in it. */
    static Outcome ofStatusResult(Result result, Reference reference) {
        Code code = code("transactionStatus", result.resultCode());
        if (code.kind() != CodeKind.SUCCESS) {
            return new Unknown(reference, code);
        }
        ResultDetails details = ResultDetails.of(result);
        String status = details.transactionStatus().orElse("").toLowerCase(Locale.ROOT);
        if (status.equals(COMPLETED)) {
            return new Succeeded(
                    reference,
                    details.receipt().orElse(null),
                    details.parameters().toMap());
        }
        return ENDED_UNPAID.contains(status)
                ? new Failed(reference, endedUnpaid(details.transactionStatus().orElse("")))
                : new Pending(reference);
    }

    private static Outcome ofCode(
            String operation,
            @Nullable TextOrNumber resultCode,
            Reference reference,
            @Nullable String receipt,
            Map<String, String> details) {
        return Outcome.of(code(operation, resultCode), reference, receipt, details);
    }

    /** What a result code means; an empty operation where nobody knows which one is answered. */
    static Code code(String operation, @Nullable TextOrNumber resultCode) {
        return DarajaCodes.CATALOGUE.result(
                operation.isEmpty() ? PAYMENTS : List.of(operation),
                Optional.ofNullable(resultCode).map(TextOrNumber::text).orElse(""),
                null);
    }

    private static Code endedUnpaid(String status) {
        Code unknown = Code.unknown(status);
        return new Code(
                status,
                null,
                null,
                unknown.httpStatuses(),
                unknown.operations(),
                CodeKind.GATEWAY,
                true,
                "The transaction ended without being completed.",
                "Check with the customer, and start a new payment if it is still wanted.",
                unknown.evidence());
    }
}
