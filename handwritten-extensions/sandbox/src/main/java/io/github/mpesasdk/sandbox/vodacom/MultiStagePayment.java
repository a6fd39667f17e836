package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.CustomerPayment;
import io.github.mpesasdk.sandbox.ipg.Gateway;
import io.github.mpesasdk.sandbox.ipg.Reason;
import io.github.mpesasdk.sandbox.ipg.Result;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;

/** A customer's payment that is held until it is committed or given back. */
final class MultiStagePayment extends CustomerPayment {

    private final SecondStage secondStage;

    MultiStagePayment(Gateway gateway, SecondStage secondStage) {
        super(gateway, LedgerEntry.Kind.C2B_MULTI_STAGE);
        this.secondStage = secondStage;
    }

    @Override
    protected Result settle(Call call, LedgerEntry entry) {
        if (!gateway.ledger().hold(entry)) {
            return refused(gateway.code(Reason.TOO_LITTLE_MONEY, call));
        }
        Result paid = Result.of(gateway.success(call)).with("TransactionID", entry.receipt());
        // Inferred: the callback's documented fields have no voucher, and without one nobody could go on.
        return paid.with("VoucherCode", secondStage.voucher(entry));
    }
}
