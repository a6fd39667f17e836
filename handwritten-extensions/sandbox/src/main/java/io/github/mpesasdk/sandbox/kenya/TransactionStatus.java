package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.kenya.LedgerEntry.Kind;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what became of a transaction. */
final class TransactionStatus extends ResultOperation {

    TransactionStatus(KenyaState state) {
        super(state);
    }

    @Override
    ResultMessage execute(DarajaCall call, Conversation conversation) {
        Optional<LedgerEntry> found = Stream.of("TransactionID", "OriginalConversationID", "OriginatorConversationID")
                .map(call::text)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .flatMap(state.ledger::find);
        return found.map(entry -> state(call, conversation, entry))
                .orElseGet(() -> decline(call, conversation, ResultCode.NO_SUCH_RECEIPT));
    }

    private ResultMessage state(DarajaCall call, Conversation conversation, LedgerEntry entry) {
        ResultMessage message = new ResultMessage(conversation, ResultCode.SUCCESS, state.ids.noReceipt())
                .parameter("DebitPartyName", name(entry.debitParty()))
                .parameter("CreditPartyName", name(entry.creditParty()))
                .parameter("OriginatorConversationID", entry.originatorConversationId())
                .parameter("InitiatedTime", state.time.number(entry.initiatedAt()))
                .parameter("DebitAccountType", debitAccount(entry.kind()))
                .parameter("DebitPartyCharges")
                .parameter("CreditPartyCharges")
                .parameter("TransactionReason")
                .parameter("ReasonType", reason(entry.kind()))
                .parameter("TransactionStatus", word(entry.status()));
        if (entry.endedAt() != null) {
            message.parameter("FinalisedTime", state.time.number(entry.endedAt()));
        }
        return message.parameter("Amount", entry.wholeAmount())
                .parameter("ConversationID", entry.conversationId())
                .parameter("ReceiptNo", entry.receipt())
                .reference("Occasion", call.text("Occasion"));
    }

    @Override
    ResultMessage decline(DarajaCall call, Conversation conversation, ResultCode why) {
        return new ResultMessage(conversation, why, state.ids.noReceipt()).reference("Occasion", call.text("Occasion"));
    }

    private String name(String party) {
        return party.length() > 7 ? party + " - Amina Test" : state.organisation.publicName(party);
    }

    private static String debitAccount(Kind kind) {
        return switch (kind) {
            case STK_PUSH, C2B -> "MMF Account For Customer";
            case B2B -> Account.WORKING.wireName();
            case B2C, REVERSAL -> Account.UTILITY.wireName();
        };
    }

    private static String reason(Kind kind) {
        return switch (kind) {
            case STK_PUSH, C2B -> "Pay Bill Online";
            case B2C -> "Business Payment to Customer via API";
            case B2B -> "Business Payment to Business via API";
            case REVERSAL -> "Transaction Reversal via API";
        };
    }

    /** Only Completed is documented; the other words are inferred. */
    private static String word(LedgerEntry.Status status) {
        return switch (status) {
            case PENDING -> "Pending";
            case COMPLETED -> "Completed";
            case FAILED -> "Failed";
            case REVERSED -> "Reversed";
        };
    }
}
