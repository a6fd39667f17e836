package io.github.mpesasdk.core.transport;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import org.jspecify.annotations.Nullable;

/** What an answer says about the request, before the money rules turn it into a result or an error. */
sealed interface Judgement {

    /** The success field says accepted. */
    record Accepted(JsonObject json) implements Judgement {}

    /** A code came. The catalogue says whether it is final. */
    record Coded(Code code, GatewayError error) implements Judgement {}

    /** No code and no acceptance: HTML, an empty body, a body cut short, a field missing. */
    record Unreadable(@Nullable Code code) implements Judgement {}
}
