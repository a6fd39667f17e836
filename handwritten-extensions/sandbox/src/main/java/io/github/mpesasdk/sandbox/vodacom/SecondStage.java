package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.bounds.LatestMap;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;
import java.util.Optional;

/** Commits money that is held, or gives it back. Each payment has a voucher, which serves once. */
final class SecondStage {

    private static final String COMMIT = "1";

    private final VodacomMarket gateway;
    private final LatestMap<String, LedgerEntry> held = new LatestMap<>((voucher, entry) -> entry.length());

    SecondStage(VodacomMarket gateway) {
        this.gateway = gateway;
    }

    /** A voucher for money that is held now. */
    String voucher(LedgerEntry entry) {
        String voucher = gateway.random().digits(6);
        held.put(voucher, entry);
        return voucher;
    }

    Result end(Call call) {
        String voucher = call.text("VoucherCode");
        Optional<LedgerEntry> entry = held.get(voucher)
                .filter(one -> one.receipt().equals(call.text("TransactionID")))
                .filter(one -> held.remove(voucher, one));
        if (entry.isEmpty()) {
            // Inferred: no source shows the answer to a voucher that is unknown, or was used before.
            return gateway.refused(call, gateway.code(Reason.WRONG_TRANSACTION, call));
        }
        // Of all fields, it is this one that says what to do.
        if (call.text("CustomerMSISDN").equals(COMMIT)) {
            gateway.ledger().commit(entry.get());
        } else {
            gateway.ledger().giveBack(entry.get());
        }
        return gateway.done(call);
    }

    void reset() {
        held.clear();
    }
}
