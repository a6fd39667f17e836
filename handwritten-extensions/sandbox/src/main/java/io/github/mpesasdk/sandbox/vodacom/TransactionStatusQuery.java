package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.Gateway;
import io.github.mpesasdk.sandbox.ipg.Operation;
import io.github.mpesasdk.sandbox.ipg.Reason;
import io.github.mpesasdk.sandbox.ipg.Result;
import io.github.mpesasdk.sandbox.ipg.Task;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Status;
import io.github.mpesasdk.sandbox.market.Code;

/** Says what became of a transaction. */
final class TransactionStatusQuery implements Operation {

    private final Gateway gateway;

    TransactionStatusQuery(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public Task begin(Call call) {
        String reference = call.text("QueryReference");
        return ending(
                // The documented reversed transaction is the one with the long id.
                code -> told(call, reference, Status.COMPLETED, reference.length() > 20),
                () -> gateway.ledger()
                        .find(call.market(), reference)
                        .map(entry -> told(call, entry.receipt(), entry.status(), entry.status() == Status.REVERSED))
                        .orElseGet(() -> refused(gateway.code(Reason.NOT_FOUND, call))));
    }

    @Override
    public Result refused(Code code) {
        return Result.of(code);
    }

    /** The documented callback does not say the state; whoever asks asynchronously learns only that it was found. */
    private Result told(Call call, String receipt, Status status, boolean reversed) {
        Result result = Result.of(gateway.success(call));
        result = gateway.isAsynchronous()
                ? result.with("TransactionID", receipt)
                : result.with("ResponseTransactionStatus", Gateway.word(status));
        return result.with("OriginalTransactionID", receipt).with("Reversed", reversed ? "True" : "False");
    }
}
