package io.github.mpesasdk.sandbox.mozambique;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.InsCode;
import io.github.mpesasdk.sandbox.ipg.Operation;
import io.github.mpesasdk.sandbox.ipg.Result;
import io.github.mpesasdk.sandbox.ipg.Task;

/** Tells a customer's name, half of it hidden. All customers of the sandbox have the same. */
final class CustomerName implements Operation {

    private final MozambiqueState state;

    CustomerName(MozambiqueState state) {
        this.state = state;
    }

    @Override
    public Task begin(Call call) {
        return Task.now(fate -> Result.of(state.codes.success(call)).with("CustomerName", "Am**a Te*t"));
    }

    @Override
    public Result refused(InsCode code) {
        return Result.of(code).with("CustomerName", "N/A");
    }
}
