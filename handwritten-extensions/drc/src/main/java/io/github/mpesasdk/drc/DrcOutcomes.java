package io.github.mpesasdk.drc;

import io.github.mpesasdk.core.outcome.Failed;
import io.github.mpesasdk.core.outcome.Outcome;
import io.github.mpesasdk.core.outcome.Succeeded;
import io.github.mpesasdk.core.outcome.Unknown;
import io.github.mpesasdk.drcapi.DrcCodes;
import io.github.mpesasdk.runtime.Code;
import io.github.mpesasdk.runtime.CodeKind;
import io.github.mpesasdk.runtime.Reference;

/** What a callback says about its payment. Only what the catalogue calls final settles anything. */
final class DrcOutcomes {

    private DrcOutcomes() {}

    static Outcome of(Heard heard, Reference reference) {
        Code code = code(heard);
        if (!code.isFinal()) {
            return new Unknown(reference, code);
        }
        return code.kind() == CodeKind.SUCCESS
                ? new Succeeded(reference, heard.text("TransactionID").orElse(null), heard.toMap())
                : new Failed(reference, code);
    }

    /** What the result code of a callback means. */
    static Code code(Heard heard) {
        return DrcCodes.CATALOGUE.result(
                heard.operation().id(),
                heard.text("ResultCode").orElse(""),
                heard.text("ResultDesc").orElse(null));
    }
}
