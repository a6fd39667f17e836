package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.kenya.DarajaErrors.Refusal;
import io.github.mpesasdk.sandbox.ledger.Account;
import io.github.mpesasdk.sandbox.ledger.Conversation;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.Purse;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import java.math.BigDecimal;
import java.util.Optional;

/** Pays a customer from the utility account. */
final class B2cPayment extends ResultOperation {

    /** Our own tariff; it takes the charges account below zero, as in reality. */
    private static final BigDecimal CHARGE = new BigDecimal("5.00");

    private static final String SENDERS_ID = "OriginatorConversationID";

    B2cPayment(KenyaState state) {
        super(state);
    }

    @Override
    String originatorId(DarajaCall call) {
        String chosen = call.text(SENDERS_ID);
        return chosen.isEmpty() ? super.originatorId(call) : chosen;
    }

    @Override
    Optional<MarketAnswer> accept(DarajaCall call, Conversation conversation) {
        // A payment uses its id up, whatever its outcome.
        if (!state.originatorIds.add(conversation.senderId())) {
            return Optional.of(state.errors.say(Refusal.DUPLICATE));
        }
        state.ledger.open(state.entry(
                LedgerEntry.Kind.B2C,
                call.amount(),
                new Purse(call.text("PartyA"), Account.UTILITY),
                Purse.of(call.text("PartyB")),
                call.text("Remarks"),
                conversation));
        return Optional.empty();
    }

    @Override
    ResultMessage execute(DarajaCall call, Conversation conversation) {
        String payer = call.text("PartyA");
        if (!state.organisation.owns(payer)) {
            // Inferred: the initiator has no say over a short code that is not its own.
            return decline(call, conversation, ResultCode.NO_PERMISSION);
        }
        LedgerEntry entry = entry(conversation);
        if (!state.ledger.settle(entry)) {
            return decline(call, conversation, ResultCode.INSUFFICIENT_BALANCE);
        }
        state.ledger.charge(payer, CHARGE);
        return message(conversation, ResultCode.SUCCESS, entry.receipt())
                .parameter("TransactionAmount", whole(entry.amount()))
                .parameter("TransactionReceipt", entry.receipt())
                .parameter("ReceiverPartyPublicName", entry.creditParty() + " - Amina Test")
                .parameter("TransactionCompletedDateTime", state.time.b2c(state.time.now()))
                .parameter("B2CUtilityAccountAvailableFunds", state.ledger.balance(payer, Account.UTILITY))
                .parameter("B2CWorkingAccountAvailableFunds", state.ledger.balance(payer, Account.WORKING))
                .parameter("B2CRecipientIsRegisteredCustomer", "Y")
                .parameter("B2CChargesPaidAccountAvailableFunds", state.ledger.balance(payer, Account.CHARGES_PAID));
    }

    @Override
    ResultMessage decline(DarajaCall call, Conversation conversation, ResultCode why) {
        LedgerEntry entry = entry(conversation);
        state.ledger.end(entry, LedgerEntry.Status.FAILED);
        return message(conversation, why, why.hasReceipt() ? entry.receipt() : state.ids.noReceipt());
    }

    private static ResultMessage message(Conversation conversation, ResultCode code, String transactionId) {
        return new ResultMessage(conversation, code, transactionId)
                .reference("QueueTimeoutURL", internalAddress("b2c"));
    }
}
