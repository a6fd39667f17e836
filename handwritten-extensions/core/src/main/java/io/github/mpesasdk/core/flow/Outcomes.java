package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Failed;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;

/** One outcome under the name that its payment has now. */
final class Outcomes {

    private Outcomes() {}

    static Outcome under(Reference reference, Outcome outcome) {
        if (outcome instanceof Succeeded paid) {
            return new Succeeded(reference, paid.entry(), paid.receiptNumber(), paid.details());
        }
        if (outcome instanceof Failed failed) {
            return new Failed(reference, failed.entry(), failed.words());
        }
        return outcome instanceof Pending pending
                ? new Pending(reference, pending.reason())
                : new Unknown(reference, ((Unknown) outcome).reason());
    }
}
