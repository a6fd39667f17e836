package io.github.mpesasdk.sandbox.ipg;

import io.github.mpesasdk.sandbox.ipg.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.ipg.LedgerEntry.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A payment that needs nobody's PIN: to a customer, to a business, or under a mandate. */
public class Payment implements Operation {

    /** Who pays, or who is paid, in a request. */
    @FunctionalInterface
    public interface Party {

        /** The MSISDN or short code. */
        String of(Call call);
    }

    final GatewayState state;
    final Codes codes;
    private final Kind kind;
    private final Party payer;
    private final Party payee;

    /** A payment of a kind between the parties of a request. */
    public Payment(GatewayState state, Codes codes, Kind kind, Party payer, Party payee) {
        this.state = state;
        this.codes = codes;
        this.kind = kind;
        this.payer = payer;
        this.payee = payee;
    }

    @Override
    public Optional<InsCode> check(Call call) {
        BigDecimal amount = call.amount("Amount");
        boolean payable = amount.signum() > 0 && amount.stripTrailingZeros().scale() <= 2;
        // Inferred for more than two decimals: the patterns allow any number of them.
        return payable ? Optional.empty() : Optional.of(codes.of(Reason.WRONG_AMOUNT));
    }

    @Override
    public Task begin(Call call) {
        LedgerEntry entry = open(call);
        return Task.now(fate -> end(call, entry, fate));
    }

    final LedgerEntry open(Call call) {
        LedgerEntry entry = new LedgerEntry(
                state.transactionId(),
                kind,
                Status.PENDING,
                call.amount("Amount").setScale(2, RoundingMode.UNNECESSARY),
                payer.of(call),
                payee.of(call),
                call.text("TransactionReference"),
                call.conversationId(),
                call.callerReference(),
                call.market(),
                state.context().clock().instant(),
                null);
        state.ledger().open(entry);
        return entry;
    }

    /** Ends a payment: as failed for the reason given, or as things are. */
    protected final Result end(Call call, LedgerEntry entry, Optional<InsCode> fate) {
        if (fate.isPresent()) {
            state.ledger().end(entry, Status.FAILED);
            return refused(fate.get());
        }
        return settle(call, entry);
    }

    /** Moves the money, if it is there. */
    protected Result settle(Call call, LedgerEntry entry) {
        return state.ledger().settle(entry)
                ? Result.of(codes.success(call)).with("TransactionID", entry.transactionId())
                : refused(codes.of(Reason.TOO_LITTLE_MONEY));
    }
}
