package io.github.mpesasdk.sandbox.ipg;

import io.github.mpesasdk.sandbox.market.Code;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One operation of a gateway, behind the checks that all share. */
public interface Operation {

    /** What the gateway has against a request before it begins anything. */
    default Optional<Code> check(Call call) {
        return Optional.empty();
    }

    /** Takes note of the request, and says how it goes on. */
    Task begin(Call call);

    /** A result that has the operation's id only to say that there is none. */
    default Result refused(Code code) {
        return Result.of(code).with("TransactionID", "N/A");
    }

    /** One that is over at once, and takes its course unless a test value demands an end. */
    default Task ending(Function<Code, Result> canned, Supplier<Result> usual) {
        return Task.now(fate -> fate.map(code -> code.code().endsWith("-0") ? canned.apply(code) : refused(code))
                .orElseGet(usual));
    }
}
