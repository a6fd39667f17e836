package io.github.mpesasdk.sandbox.mozambique;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.InsCode;
import io.github.mpesasdk.sandbox.ipg.Operation;
import io.github.mpesasdk.sandbox.ipg.Reason;
import io.github.mpesasdk.sandbox.ipg.Result;
import io.github.mpesasdk.sandbox.ipg.StatusWords;
import io.github.mpesasdk.sandbox.ipg.Task;

/** Says what became of a transaction. */
final class TransactionStatusQuery implements Operation {

    private final MozambiqueState state;

    TransactionStatusQuery(MozambiqueState state) {
        this.state = state;
    }

    @Override
    public Task begin(Call call) {
        return Task.now(fate -> state.gateway
                .ledger()
                .find(call.market(), call.text("QueryReference"))
                .map(entry ->
                        Result.of(state.codes.success(call)).with("ResponseTransactionStatus", StatusWords.of(entry)))
                .orElseGet(() -> refused(state.codes.of(Reason.NOT_FOUND))));
    }

    @Override
    public Result refused(InsCode code) {
        return Result.of(code);
    }
}
