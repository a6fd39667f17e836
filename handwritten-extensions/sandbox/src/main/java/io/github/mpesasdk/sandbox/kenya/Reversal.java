package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.kenya.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.kenya.LedgerEntry.Status;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Gives a customer payment back. Nothing else can be reversed through the API. */
final class Reversal extends ResultOperation {

    private static final Set<Kind> CUSTOMER_PAYMENTS = EnumSet.of(Kind.STK_PUSH, Kind.C2B);

    Reversal(KenyaState state) {
        super(state);
    }

    @Override
    ResultMessage execute(DarajaCall call, Conversation conversation) {
        // One at a time, so that two reversals of the same payment cannot both find it unreversed.
        synchronized (this) {
            Optional<LedgerEntry> original = state.ledger
                    .find(call.text("TransactionID"))
                    .filter(entry -> CUSTOMER_PAYMENTS.contains(entry.kind()))
                    .filter(entry -> entry.creditParty().equals(call.text("ReceiverParty")))
                    // Inferred: no source tells what happens to an amount beyond the payment's.
                    .filter(entry -> entry.amount().compareTo(call.amount()) >= 0);
            if (original.isEmpty()) {
                return decline(call, conversation, ResultCode.NOTHING_TO_REVERSE);
            }
            return switch (original.get().status()) {
                case COMPLETED -> reverse(call, conversation, original.get());
                case REVERSED -> decline(call, conversation, ResultCode.ALREADY_REVERSED);
                case PENDING, FAILED -> decline(call, conversation, ResultCode.NOTHING_TO_REVERSE);
            };
        }
    }

    private ResultMessage reverse(DarajaCall call, Conversation conversation, LedgerEntry original) {
        LedgerEntry entry = new LedgerEntry(
                state.ids.receipt(),
                Kind.REVERSAL,
                Status.PENDING,
                call.amount(),
                original.creditParty(),
                original.debitParty(),
                original.receipt(),
                conversation.originatorId(),
                conversation.id(),
                state.time.now(),
                null);
        state.ledger.open(entry);
        boolean returned = state.ledger.settle(
                entry, new Ledger.Purse(entry.debitParty(), Account.UTILITY), Ledger.Purse.of(entry.creditParty()));
        if (!returned) {
            return decline(call, conversation, ResultCode.INSUFFICIENT_BALANCE);
        }
        state.ledger.mark(original, Status.REVERSED);
        return message(conversation, ResultCode.SUCCESS, entry.receipt())
                .parameter("DebitAccountBalance", Balances.of(state.ledger, entry.debitParty(), Account.UTILITY))
                .parameter("Amount", entry.amount())
                .parameter("TransCompletedTime", state.time.number(state.time.now()))
                .parameter("OriginalTransactionID", original.receipt())
                .parameter("Charge", new BigDecimal("0.00"))
                .parameter("CreditPartyPublicName", entry.creditParty() + " - Amina Test")
                .parameter("DebitPartyPublicName", state.organisation.publicName(entry.debitParty()));
    }

    @Override
    ResultMessage decline(DarajaCall call, Conversation conversation, ResultCode why) {
        return message(conversation, why, state.ids.noReceipt());
    }

    private static ResultMessage message(Conversation conversation, ResultCode code, String transactionId) {
        return new ResultMessage(conversation, code, transactionId)
                .reference("QueueTimeoutURL", internalAddress("reversal"));
    }
}
