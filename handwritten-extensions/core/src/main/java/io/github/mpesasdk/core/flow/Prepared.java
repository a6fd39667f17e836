package io.github.mpesasdk.core.flow;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.transport.CallOptions;
import io.github.mpesasdk.core.transport.Checked;
import io.github.mpesasdk.journal.Traits;
import io.github.mpesasdk.runtime.WireRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A request that is complete and obeys its rules. {@code toString} hides it.
 *
 * @param request what is sent
 * @param key what it is found by: a digest of what its callbacks prove themselves with
 * @param traits what it looks like to others
 * @param idWord the caller's word for the id
 * @param reference what names it until the gateway has answered
 * @param order the caller's own key
 * @param timeout the longest that the call may take, if the caller said it
 * @param liftsDocumentedLimits whether the caller lifted the limits that only documents state
 */
record Prepared<A extends WireRecord>(
        Checked<A> request,
        String key,
        Traits traits,
        String idWord,
        Reference reference,
        Optional<String> order,
        @Nullable Duration timeout,
        boolean liftsDocumentedLimits) {

    /** What is sent, by wire name. */
    JsonObject fields() {
        return request.fields();
    }

    CallOptions options(BooleanSupplier callbackHeard, BooleanSupplier mayLeave) {
        return new CallOptions(timeout, callbackHeard, mayLeave, liftsDocumentedLimits);
    }

    /** The same for what is no payment. */
    CallOptions plainly() {
        return options(() -> false, () -> true);
    }

    @Override
    public String toString() {
        return "Prepared[" + reference + "]";
    }
}
