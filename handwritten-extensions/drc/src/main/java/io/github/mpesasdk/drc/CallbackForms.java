package io.github.mpesasdk.drc;

import io.github.mpesasdk.core.outcome.Decoded;
import io.github.mpesasdk.core.outcome.NormalForm;
import io.github.mpesasdk.drcapi.model.DrcB2cCallback;
import io.github.mpesasdk.drcapi.model.DrcC2bCallback;

/** Callbacks in normal form; the names are those of the items. */
final class CallbackForms {

    private static final String ABSENT = "-1";

    private CallbackForms() {}

    static Decoded decode(Heard heard) {
        Decoded.State state = Decoded.State.of(DrcOutcomes.code(heard));
        return heard.event() instanceof DrcCallback.C2bResult c2b
                ? c2b(c2b.payload()).value("ResultType", c2b.payload().resultType()).as(state)
                : b2c(((DrcCallback.B2cResult) heard.event()).payload()).as(state);
    }
}
