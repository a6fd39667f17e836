package io.github.mpesasdk.sandbox.kenya;

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
        LedgerEntry entry = new LedgerEntry(
                state.ids.receipt(),
                LedgerEntry.Kind.B2C,
                LedgerEntry.Status.PENDING,
                call.amount(),
                call.text("PartyA"),
                call.text("PartyB"),
                call.text("Remarks"),
                conversation.originatorId(),
                conversation.id(),
                state.time.now(),
                null);
        if (!state.ledger.openOnce(entry)) {
            return Optional.of(state.errors.duplicate());
        }
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
        boolean paid = state.ledger.settle(
                entry, new Ledger.Purse(payer, Account.UTILITY), Ledger.Purse.of(entry.creditParty()));
        if (!paid) {
            return decline(call, conversation, ResultCode.INSUFFICIENT_BALANCE);
        }
        state.ledger.charge(payer, CHARGE);
        return message(conversation, ResultCode.SUCCESS, entry.receipt())
                .parameter("TransactionAmount", entry.wholeAmount())
                .parameter("TransactionReceipt", entry.receipt())
                .parameter("ReceiverPartyPublicName", entry.creditParty() + " - Amina Test")
                .parameter("TransactionCompletedDateTime", state.time.b2c(state.time.now()))
                .parameter("B2CUtilityAccountAvailableFunds", state.ledger.account(payer, Account.UTILITY))
                .parameter("B2CWorkingAccountAvailableFunds", state.ledger.account(payer, Account.WORKING))
                .parameter("B2CRecipientIsRegisteredCustomer", "Y")
                .parameter("B2CChargesPaidAccountAvailableFunds", state.ledger.account(payer, Account.CHARGES_PAID));
    }

    @Override
    ResultMessage decline(DarajaCall call, Conversation conversation, ResultCode why) {
        LedgerEntry entry = entry(conversation);
        state.ledger.mark(entry, LedgerEntry.Status.FAILED);
        return message(conversation, why, why.hasReceipt() ? entry.receipt() : state.ids.noReceipt());
    }

    private LedgerEntry entry(Conversation conversation) {
        return state.ledger.find(conversation.id()).orElseThrow();
    }

    private static ResultMessage message(Conversation conversation, ResultCode code, String transactionId) {
        return new ResultMessage(conversation, code, transactionId)
                .reference("QueueTimeoutURL", internalAddress("b2c"));
    }
}
