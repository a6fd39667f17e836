package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.Gateway;
import io.github.mpesasdk.sandbox.ipg.Operation;
import io.github.mpesasdk.sandbox.ipg.Result;
import io.github.mpesasdk.sandbox.ipg.Task;
import io.github.mpesasdk.sandbox.market.Code;
import java.util.Optional;

/** Ends a mandate. */
final class DirectDebitCancel implements Operation {

    private final Gateway gateway;
    private final Mandates mandates;

    DirectDebitCancel(Gateway gateway, Mandates mandates) {
        this.gateway = gateway;
        this.mandates = mandates;
    }

    @Override
    public Task begin(Call call) {
        return ending(code -> done(call), () -> cancel(call));
    }

    @Override
    public Result refused(Code code) {
        return Result.of(code).with("TransactionReference", "N/A");
    }

    private Result cancel(Call call) {
        Optional<Mandate> mandate = mandates.of(call);
        Optional<Code> contradiction = mandate.flatMap(known -> mandates.contradiction(call, known));
        if (contradiction.isPresent()) {
            return refused(contradiction.get());
        }
        boolean cancelled = mandate.isPresent() && mandates.cancel(call.market(), mandate.get());
        return cancelled ? done(call).with("MsisdnToken", mandate.get().token()) : refused(mandates.none(call));
    }

    private Result done(Call call) {
        return Result.of(gateway.success(call)).with("TransactionReference", call.text("ThirdPartyReference"));
    }
}
