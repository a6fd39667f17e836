package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.InsCode;
import io.github.mpesasdk.sandbox.ipg.LedgerEntry;
import io.github.mpesasdk.sandbox.ipg.LedgerEntry.Status;
import io.github.mpesasdk.sandbox.ipg.Operation;
import io.github.mpesasdk.sandbox.ipg.Reason;
import io.github.mpesasdk.sandbox.ipg.Result;
import io.github.mpesasdk.sandbox.ipg.StatusWords;
import io.github.mpesasdk.sandbox.ipg.Task;
import java.util.Optional;

/** Says what became of a transaction. */
final class TransactionStatusQuery implements Operation {

    private final VodacomState state;

    TransactionStatusQuery(VodacomState state) {
        this.state = state;
    }

    @Override
    public Task begin(Call call) {
        return Task.now(fate -> fate.map(code -> canned(call, code)).orElseGet(() -> look(call)));
    }

    @Override
    public Result refused(InsCode code) {
        return Result.of(code);
    }

    private Result canned(Call call, InsCode code) {
        String reference = call.text("QueryReference");
        // The documented reversed transaction is the one with the long id.
        return code.code().equals("INS-0")
                ? told(call, "Completed", reference, reference.length() > 20)
                : refused(code);
    }

    private Result look(Call call) {
        Optional<LedgerEntry> found = state.gateway.ledger().find(call.market(), call.text("QueryReference"));
        return found.map(entry ->
                        told(call, StatusWords.of(entry), entry.transactionId(), entry.status() == Status.REVERSED))
                .orElseGet(() -> refused(state.codes.of(Reason.NOT_FOUND)));
    }

    /** The documented callback does not say the state; whoever asks asynchronously learns only that it was found. */
    private Result told(Call call, String status, String transactionId, boolean reversed) {
        Result result = Result.of(state.codes.success(call));
        result = state.gateway.mode().asynchronous()
                ? result.with("TransactionID", transactionId)
                : result.with("ResponseTransactionStatus", status);
        return result.with("OriginalTransactionID", transactionId).with("Reversed", reversed ? "True" : "False");
    }
}
