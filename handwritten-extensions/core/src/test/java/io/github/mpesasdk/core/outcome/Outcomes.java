package io.github.mpesasdk.core.outcome;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.Failed;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import java.util.List;
import java.util.Map;

/** Outcomes of one payment, for the tests of this package. */
final class Outcomes {

    static final Reference REFERENCE = new Reference("CheckoutRequestID", "ws_CO_1");
    static final Outcome PENDING = new Pending(REFERENCE);
    static final Outcome UNKNOWN = new Unknown(REFERENCE, null);
    static final Outcome PAID = new Succeeded(REFERENCE, "SFF6XYZ123", Map.of("PhoneNumber", "254708374149"));
    static final Outcome CANCELLED = new Failed(
            REFERENCE,
            Code.of(
                    "1032",
                    null,
                    null,
                    List.of(),
                    List.of(),
                    "customer",
                    true,
                    "Cancelled.",
                    "Ask again.",
                    "documented"));

    private Outcomes() {}
}
