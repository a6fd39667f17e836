package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.ledger.Account;
import io.github.mpesasdk.sandbox.ledger.Conversation;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.Purse;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import java.math.BigDecimal;
import java.util.Optional;

/** Moves money between short codes, or between the accounts of one. */
final class B2bPayment extends ResultOperation {

    B2bPayment(KenyaState state) {
        super(state);
    }

    @Override
    Optional<MarketAnswer> accept(DarajaCall call, Conversation conversation) {
        state.ledger.open(state.entry(
                LedgerEntry.Kind.B2B,
                call.amount(),
                new Purse(call.text("PartyA"), Account.WORKING),
                new Purse(call.text("PartyB"), Account.UTILITY),
                call.text("AccountReference"),
                conversation));
        return Optional.empty();
    }

    @Override
    ResultMessage execute(DarajaCall call, Conversation conversation) {
        String payer = call.text("PartyA");
        String payee = call.text("PartyB");
        boolean permitted = state.organisation.owns(payer)
                // In practice this one is never permitted.
                && !call.text("CommandID").equals("BusinessTransferFromUtilityToMMF");
        if (!permitted) {
            return decline(call, conversation, ResultCode.NO_PERMISSION);
        }
        boolean isTax = call.operationId().equals("taxRemittance");
        if (!isTax && !state.organisation.owns(payee)) {
            return decline(call, conversation, ResultCode.NO_SUCH_PARTY);
        }
        LedgerEntry entry = entry(conversation);
        return state.ledger.settle(entry)
                ? paid(call, conversation, entry)
                : decline(call, conversation, ResultCode.INSUFFICIENT_BALANCE);
    }

    private ResultMessage paid(DarajaCall call, Conversation conversation, LedgerEntry entry) {
        BigDecimal left = state.ledger.balance(entry.debitParty(), Account.WORKING);
        return references(
                call,
                new ResultMessage(conversation, ResultCode.SUCCESS, entry.receipt())
                        .parameter("Currency", "KES")
                        .parameter("ReceiverPartyPublicName", state.organisation.publicName(entry.creditParty()))
                        .parameter("DebitPartyCharges")
                        .parameter("TransCompletedTime", state.time.number(state.time.now()))
                        .parameter(
                                "DebitPartyAffectedAccountBalance",
                                Balances.of(state.ledger, entry.debitParty(), Account.WORKING))
                        .parameter("Amount", whole(entry.amount()))
                        .parameter("DebitAccountCurrentBalance", structured(left))
                        .parameter("InitiatorAccountCurrentBalance", structured(left)));
    }

    @Override
    ResultMessage decline(DarajaCall call, Conversation conversation, ResultCode why) {
        state.ledger.end(entry(conversation), LedgerEntry.Status.FAILED);
        ResultMessage message = new ResultMessage(conversation, why, state.ids.noReceipt());
        if (!why.equals(ResultCode.LOCKED)) {
            message.parameter("BOCompletedTime", state.time.number(state.time.now()));
        }
        return references(call, message);
    }

    private static ResultMessage references(DarajaCall call, ResultMessage message) {
        return message.reference("BillReferenceNumber", call.text("AccountReference"))
                .reference("QueueTimeoutURL", internalAddress("b2b"))
                .reference("Occassion", call.text("Occassion"));
    }

    /** Not JSON, although it looks like it. The minimum amount is the same in cents. */
    private static String structured(BigDecimal amount) {
        return "{Amount={CurrencyCode=KES, MinimumAmount="
                + amount.movePointRight(2).toBigInteger() + ", BasicAmount=" + amount.toPlainString() + "}}";
    }
}
