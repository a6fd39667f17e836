package io.github.mpesasdk.sandbox.ipg;

import com.google.gson.JsonObject;
import java.util.Optional;

/** How a gateway names things, and what it checks beyond the spec. */
public interface Dialect {

    /** Whether an operation takes each reference only once. */
    boolean takesReferenceOnce(String operationId);

    /** What the gateway has against a request that the spec has nothing against. */
    Optional<InsCode> refusal(Call call);

    /** How a request ends because of the test values in it; empty if it ends as ledger and phone have it. */
    Optional<InsCode> fate(Call call);

    /** An answer. */
    JsonObject answer(Call call, Result result);

    /** The outcome of a request that was only accepted. */
    JsonObject callback(Call call, Result result);

    /** The code of a proper reply to the callback. */
    String replyCode(String operationId);
}
