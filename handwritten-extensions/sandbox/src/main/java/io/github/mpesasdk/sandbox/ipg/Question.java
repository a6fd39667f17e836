package io.github.mpesasdk.sandbox.ipg;

import io.github.mpesasdk.sandbox.market.Code;
import java.util.function.Function;

/**
 * An operation that tells something and changes nothing.
 *
 * @param answers what it tells
 * @param none the field that says in a refusal that there is nothing to tell; empty if none does
 */
public record Question(Function<Call, Result> answers, String none) implements Operation {

    @Override
    public Task begin(Call call) {
        return Task.now(fate -> fate.map(this::refused).orElseGet(() -> answers.apply(call)));
    }

    @Override
    public Result refused(Code code) {
        return none.isEmpty() ? Result.of(code) : Result.of(code).with(none, "N/A");
    }
}
