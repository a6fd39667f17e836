package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.Gateway;
import io.github.mpesasdk.sandbox.ipg.Payment;
import io.github.mpesasdk.sandbox.ipg.Result;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.market.Code;
import java.util.Optional;

/** Collects under a mandate, without asking the customer. */
final class DirectDebitPayment extends Payment {

    private final Mandates mandates;

    DirectDebitPayment(Gateway gateway, Mandates mandates) {
        super(
                gateway,
                LedgerEntry.Kind.DIRECT_DEBIT,
                call -> mandates.of(call).map(Mandate::msisdn).orElse(call.text("CustomerMSISDN")),
                call -> call.text("ServiceProviderCode"));
        this.mandates = mandates;
    }

    @Override
    protected Result settle(Call call, LedgerEntry entry) {
        Optional<Mandate> mandate = mandates.of(call).filter(Mandate::active);
        // Inferred for this operation; the words are documented for the cancellation.
        Optional<Code> refusal =
                mandate.isEmpty() ? Optional.of(mandates.none(call)) : mandates.contradiction(call, mandate.get());
        if (refusal.isPresent()) {
            return end(call, entry, refusal);
        }
        Result result = super.settle(call, entry);
        boolean paid = result.code().equals(gateway.success(call));
        return paid ? result.with("MsisdnToken", mandate.orElseThrow().token()) : result;
    }
}
