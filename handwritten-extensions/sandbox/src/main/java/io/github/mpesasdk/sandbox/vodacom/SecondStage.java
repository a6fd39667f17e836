package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.InsCode;
import io.github.mpesasdk.sandbox.ipg.LedgerEntry;
import io.github.mpesasdk.sandbox.ipg.Operation;
import io.github.mpesasdk.sandbox.ipg.Reason;
import io.github.mpesasdk.sandbox.ipg.Result;
import io.github.mpesasdk.sandbox.ipg.Task;
import java.util.Optional;

/** Commits money that is held, or gives it back. */
final class SecondStage implements Operation {

    private static final String COMMIT = "1";

    private final VodacomState state;

    SecondStage(VodacomState state) {
        this.state = state;
    }

    @Override
    public Task begin(Call call) {
        return Task.now(fate -> fate.map(code -> canned(call, code)).orElseGet(() -> end(call)));
    }

    private Result canned(Call call, InsCode code) {
        return code.code().equals("INS-0") ? done(call) : refused(code);
    }

    private Result end(Call call) {
        Optional<LedgerEntry> held = state.vouchers.take(call.text("VoucherCode"), call.text("TransactionID"));
        if (held.isEmpty()) {
            // Inferred: no source shows the answer to a voucher that is unknown, or was used before.
            return refused(state.codes.of(Reason.WRONG_TRANSACTION_ID));
        }
        // Of all fields, it is this one that says what to do.
        if (call.text("CustomerMSISDN").equals(COMMIT)) {
            state.gateway.ledger().commit(held.get());
        } else {
            state.gateway.ledger().giveBack(held.get());
        }
        return done(call);
    }

    private Result done(Call call) {
        return Result.of(state.codes.success(call)).with("TransactionID", state.gateway.transactionId());
    }
}
