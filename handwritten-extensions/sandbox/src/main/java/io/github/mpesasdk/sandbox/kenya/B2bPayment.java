package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonNull;
import io.github.mpesasdk.sandbox.ledger.Account;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.Purse;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;
import java.math.BigDecimal;

/** Moves money between short codes, or between the accounts of one. */
final class B2bPayment extends ResultOperation {

    B2bPayment(KenyaMarket market) {
        super(market);
    }

    @Override
    void open(Call call) {
        market.ledger.open(market.entry(
                LedgerEntry.Kind.B2B,
                call,
                new Purse(call.text("PartyA"), Account.WORKING),
                new Purse(call.text("PartyB"), Account.UTILITY),
                call.text("AccountReference")));
    }

    @Override
    Result execute(Call call) {
        boolean permitted = market.organisation.owns(call.text("PartyA"))
                // In practice this one is never permitted.
                && !call.text("CommandID").equals("BusinessTransferFromUtilityToMMF");
        if (!permitted) {
            return declined(call, Reason.NO_PERMISSION);
        }
        boolean isTax = call.id().equals("taxRemittance");
        if (!isTax && !market.organisation.owns(call.text("PartyB"))) {
            return declined(call, Reason.UNKNOWN_PARTY);
        }
        LedgerEntry entry = entry(call).orElseThrow();
        return market.ledger.settle(entry) ? paid(call, entry) : declined(call, Reason.TOO_LITTLE_MONEY);
    }

    private Result paid(Call call, LedgerEntry entry) {
        String left = structured(market.ledger.balance(entry.debitParty(), Account.WORKING));
        return done(call, entry)
                .with("Currency", "KES")
                .with("ReceiverPartyPublicName", market.organisation.publicName(entry.creditParty()))
                .with("DebitPartyCharges", JsonNull.INSTANCE)
                .with("TransCompletedTime", market.time.number(market.time.now()))
                .with(
                        "DebitPartyAffectedAccountBalance",
                        Balances.of(market.ledger, entry.debitParty(), Account.WORKING))
                .with("Amount", Items.whole(entry.amount()))
                .with("DebitAccountCurrentBalance", left)
                .with("InitiatorAccountCurrentBalance", left);
    }

    @Override
    Result refused(Call call, Code why) {
        boolean locked = why.equals(market.code(Reason.LOCKED, call));
        return locked ? Result.of(why) : Result.of(why).with("BOCompletedTime", market.time.number(market.time.now()));
    }

    @Override
    Items references(Call call, Code how) {
        return new Items("Key", "Value")
                .addSent("BillReferenceNumber", call.text("AccountReference"))
                .addAll(internalAddress("b2b"))
                .addSent("Occassion", call.text("Occassion"));
    }

    /** Not JSON, although it looks like it. The minimum amount is the same in cents. */
    private static String structured(BigDecimal amount) {
        return "{Amount={CurrencyCode=KES, MinimumAmount="
                + amount.movePointRight(2).toBigInteger() + ", BasicAmount=" + amount.toPlainString() + "}}";
    }
}
