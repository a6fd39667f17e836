package io.github.mpesasdk.sandbox.ipg;

import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Status;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;
import java.math.BigDecimal;
import java.util.Optional;

/** Gives a payment back, all of it or a part. What it says to a payment that cannot be given back is inferred. */
public final class Reversal {

    private final JsonGateway gateway;

    /** A reversal of what the ledger knows. */
    public Reversal(JsonGateway gateway) {
        this.gateway = gateway;
    }

    /** Gives a payment back that the ledger knows. */
    public Result reverse(Call call) {
        Optional<LedgerEntry> found = gateway.ledger()
                .find(call.market(), call.text("TransactionID"))
                .filter(entry -> entry.receipt().equals(call.text("TransactionID")))
                .filter(entry -> entry.kind() != Kind.REVERSAL);
        if (found.isEmpty()) {
            return gateway.refused(call, gateway.code(Reason.WRONG_TRANSACTION, call));
        }
        LedgerEntry original = found.get();
        BigDecimal amount = call.has("ReversalAmount") ? call.amount("ReversalAmount") : original.amount();
        if (amount.signum() <= 0
                || amount.stripTrailingZeros().scale() > 2
                || amount.compareTo(original.amount()) > 0) {
            return gateway.refused(call, gateway.code(Reason.WRONG_AMOUNT, call));
        }
        return gateway.ledger().reverse(original)
                ? give(call, original, amount)
                : gateway.refused(call, gateway.code(Reason.FAILED, call));
    }

    private Result give(Call call, LedgerEntry original, BigDecimal amount) {
        Ledger ledger = gateway.ledger();
        LedgerEntry back = ledger.open(ledger.entry(
                gateway.transactionId(call),
                Kind.REVERSAL,
                amount,
                original.to(),
                original.from(),
                original.receipt(),
                call.conversation()));
        if (!ledger.settle(back)) {
            ledger.end(original, Status.COMPLETED);
            return gateway.refused(call, gateway.code(Reason.TOO_LITTLE_MONEY, call));
        }
        return Result.of(gateway.success(call)).with("TransactionID", back.receipt());
    }
}
