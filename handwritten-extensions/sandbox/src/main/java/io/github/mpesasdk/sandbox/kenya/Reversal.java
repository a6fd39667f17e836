package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.ledger.Account;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Status;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Gives a customer payment back. Nothing else can be reversed through the API. */
final class Reversal extends ResultOperation {

    private static final Set<Kind> CUSTOMER_PAYMENTS = EnumSet.of(Kind.STK_PUSH, Kind.C2B);

    Reversal(KenyaMarket market) {
        super(market);
    }

    @Override
    Result execute(Call call) {
        Optional<LedgerEntry> original = market.ledger
                .find(KenyaMarket.NAME, call.text("TransactionID"))
                .filter(entry -> CUSTOMER_PAYMENTS.contains(entry.kind()))
                .filter(entry -> market.organisation
                        .party(entry.creditParty())
                        .equals(market.organisation.party(call.text("ReceiverParty"))))
                // Inferred: no source tells what happens to an amount beyond the payment's.
                .filter(entry -> entry.amount().compareTo(call.amount("Amount")) >= 0);
        if (original.filter(market.ledger::reverse).isPresent()) {
            return reverse(call, original.get());
        }
        boolean before =
                original.filter(entry -> entry.status() == Status.REVERSED).isPresent();
        return declined(call, before ? Reason.ALREADY_REVERSED : Reason.WRONG_TRANSACTION);
    }

    private Result reverse(Call call, LedgerEntry original) {
        LedgerEntry entry = market.ledger.open(
                market.entry(Kind.REVERSAL, call, original.to(), original.from(), original.receipt()));
        if (!market.ledger.settle(entry)) {
            market.ledger.end(original, Status.COMPLETED);
            return declined(call, Reason.TOO_LITTLE_MONEY);
        }
        return done(call, entry)
                .with("DebitAccountBalance", Balances.of(market.ledger, entry.debitParty(), Account.UTILITY))
                .with("Amount", entry.amount())
                .with("TransCompletedTime", market.time.number(market.time.now()))
                .with("OriginalTransactionID", original.receipt())
                .with("Charge", new BigDecimal("0.00"))
                .with("CreditPartyPublicName", entry.creditParty() + " - Amina Test")
                .with("DebitPartyPublicName", market.organisation.publicName(entry.debitParty()));
    }

    @Override
    Items references(Call call, Code how) {
        return internalAddress("reversal");
    }
}
