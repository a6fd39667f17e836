package io.github.mpesasdk.sandbox.ipg;

import io.github.mpesasdk.sandbox.ipg.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.ipg.LedgerEntry.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Gives a payment back, all of it or a part. What it says to a payment that cannot be given back is inferred. */
public final class Reversal implements Operation {

    private final GatewayState state;
    private final Codes codes;

    /** A reversal of what the ledger knows. */
    public Reversal(GatewayState state, Codes codes) {
        this.state = state;
        this.codes = codes;
    }

    @Override
    public Task begin(Call call) {
        return Task.now(fate -> fate.map(code -> canned(call, code)).orElseGet(() -> reverse(call)));
    }

    private Result canned(Call call, InsCode code) {
        return code.succeeded()
                ? Result.of(codes.success(call)).with("TransactionID", state.transactionId())
                : refused(code);
    }

    private Result reverse(Call call) {
        Optional<LedgerEntry> found = state.ledger()
                .find(call.market(), call.text("TransactionID"))
                .filter(entry -> entry.transactionId().equals(call.text("TransactionID")))
                .filter(entry -> entry.kind() != Kind.REVERSAL);
        if (found.isEmpty()) {
            return refused(codes.of(Reason.WRONG_TRANSACTION_ID));
        }
        LedgerEntry original = found.get();
        BigDecimal amount = call.has("ReversalAmount") ? call.amount("ReversalAmount") : original.amount();
        if (amount.signum() <= 0
                || amount.stripTrailingZeros().scale() > 2
                || amount.compareTo(original.amount()) > 0) {
            return refused(codes.of(Reason.WRONG_AMOUNT));
        }
        if (!state.ledger().reverse(original)) {
            return refused(codes.of(Reason.FAILED));
        }
        return give(call, original, amount.setScale(2, RoundingMode.UNNECESSARY));
    }

    private Result give(Call call, LedgerEntry original, BigDecimal amount) {
        LedgerEntry back = new LedgerEntry(
                state.transactionId(),
                Kind.REVERSAL,
                Status.PENDING,
                amount,
                original.creditParty(),
                original.debitParty(),
                original.transactionId(),
                call.conversationId(),
                call.callerReference(),
                call.market(),
                state.context().clock().instant(),
                null);
        state.ledger().open(back);
        if (!state.ledger().settle(back)) {
            state.ledger().end(original, Status.COMPLETED);
            return refused(codes.of(Reason.TOO_LITTLE_MONEY));
        }
        return Result.of(codes.success(call)).with("TransactionID", back.transactionId());
    }
}
