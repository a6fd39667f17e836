package io.github.mpesasdk.drc;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.drcapi.DrcCodes;
import io.github.mpesasdk.runtime.CleanText;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a callback says about its payment. Only what the catalogue calls final settles anything. */
final class DrcOutcomes {

    private static final String FAILURE = "-1";

    private DrcOutcomes() {}

    /** The outcome; how a callback is spelt decides only where nobody knows which operation caused it. */
    static Outcome of(String operation, Message<DrcCallback> message, Reference reference) {
        Decoded form = message.form();
        String words = form.description();
        Map<String, String> details = new LinkedHashMap<>(form.ids());
        details.putAll(form.values());
        return Outcome.of(
                code(operation.isEmpty() ? message.operation() : operation, form),
                words == null ? null : CleanText.of(words),
                reference,
                message.receiptNumber(),
                details);
    }

    /** What the result code of a callback means. */
    static Code code(String operation, Decoded form) {
        String told = form.resultCode() == null ? "" : form.resultCode();
        Code code = DrcCodes.CATALOGUE.result(operation + "Callback", told, form.description());
        // A success of the type of a failure is neither.
        boolean isContradiction =
                code.kind() == CodeKind.SUCCESS && FAILURE.equals(form.values().get("ResultType"));
        return isContradiction ? Code.unknown(told) : code;
    }
}
