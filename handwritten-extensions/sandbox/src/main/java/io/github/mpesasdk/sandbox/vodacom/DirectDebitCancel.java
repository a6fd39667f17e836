package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.InsCode;
import io.github.mpesasdk.sandbox.ipg.Operation;
import io.github.mpesasdk.sandbox.ipg.Result;
import io.github.mpesasdk.sandbox.ipg.Task;
import java.util.Optional;

/** Ends a mandate. */
final class DirectDebitCancel implements Operation {

    private final VodacomState state;

    DirectDebitCancel(VodacomState state) {
        this.state = state;
    }

    @Override
    public Task begin(Call call) {
        return Task.now(fate -> fate.map(code -> canned(call, code)).orElseGet(() -> cancel(call)));
    }

    @Override
    public Result refused(InsCode code) {
        return Result.of(code).with("TransactionReference", "N/A");
    }

    private Result canned(Call call, InsCode code) {
        return code.code().equals("INS-0") ? done(call) : refused(code);
    }

    private Result cancel(Call call) {
        Optional<Mandate> mandate = state.mandates.of(call);
        Optional<InsCode> contradiction = mandate.flatMap(known -> Mandates.contradiction(call, known));
        if (contradiction.isPresent()) {
            return refused(contradiction.get());
        }
        boolean cancelled = mandate.isPresent() && state.mandates.cancel(call.market(), mandate.get());
        return cancelled ? done(call).with("MsisdnToken", mandate.get().token()) : refused(VodacomCodes.NO_MANDATE);
    }

    private Result done(Call call) {
        return Result.of(state.codes.success(call)).with("TransactionReference", call.text("ThirdPartyReference"));
    }
}
