package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonNull;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.ledger.Purse;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;
import java.util.stream.Stream;

/** Tells what became of a transaction. */
final class TransactionStatus extends ResultOperation {

    TransactionStatus(KenyaMarket market) {
        super(market);
    }

    @Override
    Result execute(Call call) {
        return Stream.of("TransactionID", "OriginalConversationID", "OriginatorConversationID")
                .map(call::text)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .flatMap(id -> market.ledger.find(KenyaMarket.NAME, id))
                .map(entry -> told(call, entry))
                .orElseGet(() -> declined(call, Reason.NOT_FOUND));
    }

    private Result told(Call call, LedgerEntry entry) {
        Result result = Result.of(market.success(call))
                .with("DebitPartyName", name(entry.debitParty()))
                .with("CreditPartyName", name(entry.creditParty()))
                .with("OriginatorConversationID", entry.conversation().senderId())
                .with("InitiatedTime", market.time.number(entry.initiatedAt()))
                .with("DebitAccountType", debitAccount(entry.from()))
                .with("DebitPartyCharges", JsonNull.INSTANCE)
                .with("CreditPartyCharges", JsonNull.INSTANCE)
                .with("TransactionReason", JsonNull.INSTANCE)
                .with("ReasonType", reason(entry.kind()))
                .with("TransactionStatus", entry.status().word());
        if (entry.endedAt() != null) {
            result = result.with("FinalisedTime", market.time.number(entry.endedAt()));
        }
        return result.with("Amount", Items.whole(entry.amount()))
                .with("ConversationID", entry.conversation().id())
                .with("ReceiptNo", entry.receipt());
    }

    @Override
    Items references(Call call, Code how) {
        return new Items("Key", "Value").addSent("Occasion", call.text("Occasion"));
    }

    private String name(String party) {
        return party.length() > 7 ? party + " - Amina Test" : market.organisation.publicName(party);
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
