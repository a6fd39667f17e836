package io.github.mpesasdk.drc;

import io.github.mpesasdk.core.outcome.Outcome;
import io.github.mpesasdk.drcapi.DrcCodes;
import io.github.mpesasdk.runtime.Code;
import io.github.mpesasdk.runtime.Reference;

/** What a callback says about its payment. Only what the catalogue calls final settles anything. */
final class DrcOutcomes {

    private DrcOutcomes() {}

    static Outcome of(Heard heard, Reference reference) {
        return Outcome.of(code(heard), reference, heard.text("TransactionID").orElse(null), heard.toMap());
    }

    /** What the result code of a callback means. */
    static Code code(Heard heard) {
        return DrcCodes.CATALOGUE.result(
                heard.operation().id(),
                heard.text("ResultCode").orElse(""),
                heard.text("ResultDesc").orElse(null));
    }
}
