package io.github.mpesasdk.sandbox.ipg;

import java.util.Optional;

/** One operation of a gateway, behind the checks that all share. */
public interface Operation {

    /** What the gateway has against a request before it begins anything. */
    default Optional<InsCode> check(Call call) {
        return Optional.empty();
    }

    /** Takes note of the request, and says how it goes on. */
    Task begin(Call call);

    /** A result that has the operation's id only to say that there is none. */
    default Result refused(InsCode code) {
        return Result.of(code).with("TransactionID", "N/A");
    }
}
