package io.github.mpesasdk.core.transport;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import org.jspecify.annotations.Nullable;

/** What an answer says about the request, before the money rules turn it into a result or an error. */
sealed interface Reading {

    /** The success field says accepted. */
    record Accepted(JsonObject json) implements Reading {}

    /**
     * A code came that is no acceptance. The catalogue says whether it is final.
     *
     * @param isProven whether the answer itself or its connection proves that it belongs to this request
     * @param isBare whether it says nothing else, so that nothing in it can tell of an acceptance
     */
    record Coded(Code code, GatewayError error, boolean isProven, boolean isBare) implements Reading {}

    /**
     * It says nothing that can be believed: HTML, an empty body, a body cut short, a field missing, a contradiction, an
     * answer to another request.
     *
     * @param trouble why, as a sentence
     * @param code the catalogue entry for an answer of this status without a code, if it has one
     * @param error what it says besides, if it contradicts itself
     * @param isUntied whether it may belong to another request
     */
    record Unusable(
            String trouble, @Nullable Code code, @Nullable GatewayError error, boolean isUntied) implements Reading {

        Unusable(String trouble, @Nullable Code code, @Nullable GatewayError error) {
            this(trouble, code, error, false);
        }

        static Unusable untied(String trouble, @Nullable GatewayError error) {
            return new Unusable(trouble, null, error, true);
        }
    }
}
