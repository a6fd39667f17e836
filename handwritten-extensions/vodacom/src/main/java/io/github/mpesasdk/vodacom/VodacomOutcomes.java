package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.vodacomapi.VodacomApi;
import io.github.mpesasdk.vodacomapi.VodacomCodes;
import java.util.List;
import java.util.Optional;

/** What the gateway's messages say about a payment. Only what the catalogue calls final settles anything. */
final class VodacomOutcomes {

    static final String STATUS_QUERY = "queryTransactionStatus";

    private static final List<String> PAYMENTS = VodacomApi.OPERATIONS.stream()
            .filter(operation -> operation.effect() == Effect.MONEY)
            .map(Operation::id)
            .toList();

    private VodacomOutcomes() {}

    /** The callback of a payment; {@code operation} is empty where nobody knows which one it was. */
    static Outcome ofCallback(String operation, Heard heard, Reference reference) {
        return heard.event() instanceof VodacomCallback.StatusResult
                ? ofStatus(heard.fields(), reference)
                : ofCode(code(operation, heard.fields()), "TransactionID", heard.fields(), reference);
    }

    /** The answer to a question: its code speaks of the question, and a word in it of the payment. */
    static Outcome ofStatus(WireFields fields, Reference reference) {
        Code question = code(STATUS_QUERY, fields);
        if (question.kind() != CodeKind.SUCCESS) {
            return new Unknown(reference, question);
        }
        Optional<String> word = fields.text("ResponseTransactionStatus");
        if (word.isEmpty()) {
            return new Unknown(reference, null);
        }
        Code status = VodacomCodes.CATALOGUE.status(STATUS_QUERY, word.get());
        return ofCode(status, "OriginalTransactionID", fields, reference);
    }

    private static Outcome ofCode(Code code, String receiptField, WireFields fields, Reference reference) {
        return Outcome.of(code, reference, fields.text(receiptField).orElse(null), fields.toMap());
    }

    /** What the result code of a body means; an empty operation where nobody knows which one is answered. */
    static Code code(String operation, WireFields fields) {
        return VodacomCodes.CATALOGUE.result(
                operation.isEmpty() ? PAYMENTS : List.of(operation),
                fields.code().orElse(""),
                fields.words().orElse(null));
    }
}
