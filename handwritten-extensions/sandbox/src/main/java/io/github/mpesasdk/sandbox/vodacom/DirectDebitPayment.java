package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.InsCode;
import io.github.mpesasdk.sandbox.ipg.LedgerEntry;
import io.github.mpesasdk.sandbox.ipg.Payment;
import io.github.mpesasdk.sandbox.ipg.Result;
import java.util.Optional;

/** Collects under a mandate, without asking the customer. */
final class DirectDebitPayment extends Payment {

    private final VodacomState state;

    DirectDebitPayment(VodacomState state) {
        super(
                state.gateway,
                state.codes,
                LedgerEntry.Kind.DIRECT_DEBIT,
                call -> state.mandates.of(call).map(Mandate::msisdn).orElse(call.text("CustomerMSISDN")),
                call -> call.text("ServiceProviderCode"));
        this.state = state;
    }

    @Override
    protected Result settle(Call call, LedgerEntry entry) {
        Optional<Mandate> mandate = state.mandates.of(call).filter(Mandate::active);
        // Inferred for this operation; the words are documented for the cancellation.
        Optional<InsCode> refusal =
                mandate.isEmpty() ? Optional.of(VodacomCodes.NO_MANDATE) : Mandates.contradiction(call, mandate.get());
        if (refusal.isPresent()) {
            return end(call, entry, refusal);
        }
        Result result = super.settle(call, entry);
        boolean paid = result.code().equals(state.codes.success(call));
        return paid ? result.with("MsisdnToken", mandate.orElseThrow().token()) : result;
    }
}
