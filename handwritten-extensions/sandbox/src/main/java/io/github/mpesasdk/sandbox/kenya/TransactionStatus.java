package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.ledger.Conversation;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.ledger.Purse;
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
                .flatMap(id -> state.ledger.find(KenyaState.MARKET, id));
        return found.map(entry -> state(call, conversation, entry))
                .orElseGet(() -> decline(call, conversation, ResultCode.NO_SUCH_RECEIPT));
    }

    private ResultMessage state(DarajaCall call, Conversation conversation, LedgerEntry entry) {
        ResultMessage message = new ResultMessage(conversation, ResultCode.SUCCESS, state.ids.noReceipt())
                .parameter("DebitPartyName", name(entry.debitParty()))
                .parameter("CreditPartyName", name(entry.creditParty()))
                .parameter("OriginatorConversationID", entry.conversation().senderId())
                .parameter("InitiatedTime", state.time.number(entry.initiatedAt()))
                .parameter("DebitAccountType", debitAccount(entry.from()))
                .parameter("DebitPartyCharges")
                .parameter("CreditPartyCharges")
                .parameter("TransactionReason")
                .parameter("ReasonType", reason(entry.kind()))
                .parameter("TransactionStatus", entry.status().word());
        if (entry.endedAt() != null) {
            message.parameter("FinalisedTime", state.time.number(entry.endedAt()));
        }
        return message.parameter("Amount", whole(entry.amount()))
                .parameter("ConversationID", entry.conversation().id())
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

    private static String debitAccount(Purse from) {
        return from.account() == null
                ? "MMF Account For Customer"
                : from.account().wireName();
    }

    private static String reason(Kind kind) {
        return switch (kind) {
            case B2C -> "Business Payment to Customer via API";
            case B2B -> "Business Payment to Business via API";
            case REVERSAL -> "Transaction Reversal via API";
            default -> "Pay Bill Online";
        };
    }
}
