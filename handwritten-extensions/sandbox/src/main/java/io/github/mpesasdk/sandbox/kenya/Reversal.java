package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.ledger.Account;
import io.github.mpesasdk.sandbox.ledger.Conversation;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Status;
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
        Optional<LedgerEntry> original = state.ledger
                .find(KenyaState.MARKET, call.text("TransactionID"))
                .filter(entry -> CUSTOMER_PAYMENTS.contains(entry.kind()))
                .filter(entry -> entry.creditParty().equals(call.text("ReceiverParty")))
                // Inferred: no source tells what happens to an amount beyond the payment's.
                .filter(entry -> entry.amount().compareTo(call.amount()) >= 0);
        if (original.filter(state.ledger::reverse).isPresent()) {
            return reverse(call, conversation, original.get());
        }
        boolean before =
                original.filter(entry -> entry.status() == Status.REVERSED).isPresent();
        return decline(call, conversation, before ? ResultCode.ALREADY_REVERSED : ResultCode.NOTHING_TO_REVERSE);
    }

    private ResultMessage reverse(DarajaCall call, Conversation conversation, LedgerEntry original) {
        LedgerEntry entry = state.ledger.open(state.entry(
                Kind.REVERSAL, call.amount(), original.to(), original.from(), original.receipt(), conversation));
        if (!state.ledger.settle(entry)) {
            state.ledger.end(original, Status.COMPLETED);
            return decline(call, conversation, ResultCode.INSUFFICIENT_BALANCE);
        }
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
