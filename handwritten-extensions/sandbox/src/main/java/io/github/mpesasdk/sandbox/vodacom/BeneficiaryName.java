package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.InsCode;
import io.github.mpesasdk.sandbox.ipg.Operation;
import io.github.mpesasdk.sandbox.ipg.Result;
import io.github.mpesasdk.sandbox.ipg.Task;

/** Tells a customer's name. All customers of the sandbox have the same. */
final class BeneficiaryName implements Operation {

    private final VodacomState state;

    BeneficiaryName(VodacomState state) {
        this.state = state;
    }

    @Override
    public Task begin(Call call) {
        return Task.now(fate -> Result.of(state.codes.success(call))
                .with("CustomerFirstName", "Amina")
                .with("CustomerLastName", "Test"));
    }

    @Override
    public Result refused(InsCode code) {
        return Result.of(code);
    }
}
