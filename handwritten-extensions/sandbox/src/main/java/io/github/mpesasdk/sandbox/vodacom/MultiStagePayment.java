package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.CustomerPayment;
import io.github.mpesasdk.sandbox.market.Gateway;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;

/** A customer's payment that is held until it is committed or given back. */
final class MultiStagePayment extends CustomerPayment {

    private final SecondStage secondStage;

    MultiStagePayment(Gateway gateway, SecondStage secondStage) {
        super(gateway, LedgerEntry.Kind.C2B_MULTI_STAGE);
        this.secondStage = secondStage;
    }

    @Override
    protected Result settle(Call call, LedgerEntry entry) {
        if (!gateway.ledger(call).hold(entry)) {
            return gateway.refused(call, gateway.code(Reason.TOO_LITTLE_MONEY, call));
        }
        Result paid = Result.of(gateway.success(call)).with("TransactionID", entry.receipt());
        // Inferred: the callback's documented fields have no voucher, and without one nobody could go on.
        return paid.with("VoucherCode", secondStage.voucher(entry));
    }
}
