package io.github.mpesasdk.sandbox.market;

import java.util.function.Function;

/**
 * An operation that is over at once, and takes its course unless a test value demands an end.
 *
 * @param gateway where it is asked
 * @param answers its course
 * @param canned what it tells where a test value demands that it succeeds
 * @param none the field that says in a refusal that there is nothing to tell; empty if none does
 */
public record Question(Gateway gateway, Function<Call, Result> answers, Function<Call, Result> canned, String none)
        implements Operation {

    /** One whose course is the same in any case. */
    public Question(Gateway gateway, Function<Call, Result> answers, String none) {
        this(gateway, answers, answers, none);
    }

    @Override
    public Task begin(Call call) {
        return Task.now(demanded -> demanded.map(code -> demanded(call, code)).orElseGet(() -> answers.apply(call)));
    }

    private Result demanded(Call call, Code code) {
        return code.code().endsWith("-0") ? canned.apply(call) : gateway.refused(call, code);
    }
}
