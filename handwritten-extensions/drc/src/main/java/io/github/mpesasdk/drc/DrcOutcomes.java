package io.github.mpesasdk.drc;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.drcapi.DrcCodes;
import io.github.mpesasdk.runtime.Operation;

/** What a callback says about its payment. Only what the catalogue calls final settles anything. */
final class DrcOutcomes {

    private static final String FAILURE = "-1";

    private DrcOutcomes() {}

    static Outcome of(Heard heard, Reference reference) {
        return Outcome.of(code(heard), reference, heard.text("TransactionID").orElse(null), heard.toMap());
    }

    /** Whether a callback settles a payment of this kind; how it is spelt proves nothing of the kind. */
    static boolean settles(Heard heard, Operation<?, ?> operation) {
        return code(heard).isFinal() && code(heard, operation).isFinal();
    }

    /** What the result code of a callback means. */
    static Code code(Heard heard) {
        return code(heard, heard.operation());
    }

    private static Code code(Heard heard, Operation<?, ?> operation) {
        String told = heard.text("ResultCode").orElse("");
        Code code = DrcCodes.CATALOGUE.result(
                operation.id() + "Callback", told, heard.text("ResultDesc").orElse(null));
        // A success of the type of a failure is neither.
        boolean isContradiction = code.kind() == CodeKind.SUCCESS
                && heard.text("ResultType").filter(FAILURE::equals).isPresent();
        return isContradiction ? Code.unknown(told) : code;
    }
}
