package io.github.mpesasdk.sandbox.market;

import java.util.Optional;

/** One operation of a gateway, behind the checks that all share. */
public interface Operation {

    /** What the gateway has against a request before it begins anything. */
    default Optional<Code> check(Call call) {
        return Optional.empty();
    }

    /** Takes note of the request, and says how it goes on. */
    Task begin(Call call);

    /** Whether it posts on its own later on, although its answer is no acceptance. */
    default boolean postsLater() {
        return false;
    }

    /** The field that says in a refusal that there is nothing to tell; empty if none does. */
    default String none() {
        return "TransactionID";
    }
}
