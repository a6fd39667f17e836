package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.ledger.Account;
import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.Purse;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;
import java.math.BigDecimal;
import java.util.Set;

/** Pays a customer from the utility account. */
final class B2cPayment extends ResultOperation {

    /** Our own tariff; it takes the charges account below zero, as in reality. */
    private static final BigDecimal CHARGE = new BigDecimal("5.00");

    /** A payment that ends so has no receipt but a placeholder, as was recorded. */
    private static final Set<String> WITHOUT_RECEIPT = Set.of("4001", "2040");

    B2cPayment(KenyaMarket market) {
        super(market);
    }

    @Override
    void open(Call call) {
        market.ledger.open(market.entry(
                LedgerEntry.Kind.B2C,
                call,
                new Purse(call.text("PartyA"), Account.UTILITY),
                Purse.of(call.text("PartyB")),
                call.text("Remarks")));
    }

    @Override
    Result execute(Call call) {
        String payer = call.text("PartyA");
        if (!market.organisation.owns(payer)) {
            // Inferred: the initiator has no say over a short code that is not its own.
            return declined(call, Reason.NO_PERMISSION);
        }
        LedgerEntry entry = entry(call).orElseThrow();
        Ledger ledger = market.ledger;
        if (!ledger.settle(entry)) {
            return declined(call, Reason.TOO_LITTLE_MONEY);
        }
        ledger.charge(payer, CHARGE);
        return done(call, entry)
                .with("TransactionAmount", Items.whole(entry.amount()))
                .with("TransactionReceipt", entry.receipt())
                .with("ReceiverPartyPublicName", entry.creditParty() + " - Amina Test")
                .with("TransactionCompletedDateTime", market.time.b2c(market.time.now()))
                .with("B2CUtilityAccountAvailableFunds", ledger.balance(payer, Account.UTILITY))
                .with("B2CWorkingAccountAvailableFunds", ledger.balance(payer, Account.WORKING))
                .with("B2CRecipientIsRegisteredCustomer", "Y")
                .with("B2CChargesPaidAccountAvailableFunds", ledger.balance(payer, Account.CHARGES_PAID));
    }

    @Override
    Result refused(Call call, Code why) {
        Result result = Result.of(why);
        return WITHOUT_RECEIPT.contains(why.code())
                ? result
                : entry(call)
                        .map(entry -> result.with("TransactionID", entry.receipt()))
                        .orElse(result);
    }

    /** Its ids come in the other order than those of the other operations. */
    @Override
    public Result acceptance(Call call) {
        return Result.of(KenyaMarket.ACCEPTED)
                .with("ConversationID", call.conversation().id())
                .with("OriginatorConversationID", call.conversation().senderId())
                .with("ResponseCode", "0")
                .with("ResponseDescription", KenyaMarket.ACCEPTED.words());
    }

    @Override
    Items references(Call call, Code how) {
        return internalAddress("b2c");
    }
}
