package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.CustomerPayment;
import io.github.mpesasdk.sandbox.ipg.LedgerEntry;
import io.github.mpesasdk.sandbox.ipg.Reason;
import io.github.mpesasdk.sandbox.ipg.Result;

/** A customer's payment that is held until it is committed or given back. */
final class MultiStagePayment extends CustomerPayment {

    private final VodacomState state;

    MultiStagePayment(VodacomState state) {
        super(state.gateway, state.codes, LedgerEntry.Kind.C2B_MULTI_STAGE);
        this.state = state;
    }

    @Override
    protected Result settle(Call call, LedgerEntry entry) {
        if (!state.gateway.ledger().hold(entry)) {
            return refused(state.codes.of(Reason.TOO_LITTLE_MONEY));
        }
        String voucher = state.gateway.random().digits(6);
        state.vouchers.put(voucher, entry);
        Result paid = Result.of(state.codes.success(call)).with("TransactionID", entry.transactionId());
        // Inferred: the callback's documented fields have no voucher, and without one nobody could go on.
        return paid.with("VoucherCode", voucher);
    }
}
