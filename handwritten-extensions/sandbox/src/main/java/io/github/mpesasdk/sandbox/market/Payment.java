package io.github.mpesasdk.sandbox.market;

import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Status;
import io.github.mpesasdk.sandbox.ledger.Purse;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** A payment that needs nobody's PIN: to a customer, to a business, or under a mandate. */
public class Payment implements Operation {

    /** The gateway that makes it. */
    protected final Gateway gateway;

    private final Kind kind;
    private final Function<Call, String> payer;
    private final Function<Call, String> payee;

    /** A payment of a kind between the parties of a request. */
    public Payment(Gateway gateway, Kind kind, Function<Call, String> payer, Function<Call, String> payee) {
        this.gateway = gateway;
        this.kind = kind;
        this.payer = payer;
        this.payee = payee;
    }

    /** A payment of a kind between the parties in two fields of a request. */
    public Payment(Gateway gateway, Kind kind, String payer, String payee) {
        this(gateway, kind, call -> call.text(payer), call -> call.text(payee));
    }

    @Override
    public Optional<Code> check(Call call) {
        BigDecimal amount = call.amount("Amount");
        boolean payable = amount.signum() > 0 && amount.stripTrailingZeros().scale() <= 2;
        // Inferred for more than two decimals: the patterns allow any number of them.
        return payable ? Optional.empty() : gateway.catalogue().find(Reason.WRONG_AMOUNT, call.id());
    }

    @Override
    public Task begin(Call call) {
        LedgerEntry entry = open(call);
        return Task.now(demanded -> end(call, entry, demanded));
    }

    final LedgerEntry open(Call call) {
        return gateway.ledger(call)
                .open(gateway.ledger(call)
                        .entry(
                                gateway.transactionId(call),
                                kind,
                                call.amount("Amount"),
                                Purse.of(payer.apply(call)),
                                Purse.of(payee.apply(call)),
                                call.first(gateway.referenceFields()),
                                call.conversation()));
    }

    /** Ends a payment: as failed for the reason given, or as things are. */
    protected final Result end(Call call, LedgerEntry entry, Optional<Code> demanded) {
        if (demanded.isPresent()) {
            gateway.ledger(call).end(entry, Status.FAILED);
            return gateway.refused(call, demanded.get());
        }
        return settle(call, entry);
    }

    /** Moves the money, if it is there. */
    protected Result settle(Call call, LedgerEntry entry) {
        return gateway.ledger(call).settle(entry)
                ? Result.of(gateway.success(call)).with("TransactionID", entry.receipt())
                : gateway.refused(call, gateway.code(Reason.TOO_LITTLE_MONEY, call));
    }
}
