package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.ledger.Account;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.Purse;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Callback;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;
import java.util.Optional;

/** Prompts the operator of a till, and tells the outcome in one flat object. The phone listens to the till's number. */
final class ExpressCheckout extends Prompt {

    ExpressCheckout(KenyaMarket market) {
        super(market);
    }

    @Override
    public Result acceptance(Call call) {
        return KenyaMarket.accepted(call, "");
    }

    @Override
    String handset(Call call) {
        return call.text("primaryShortCode");
    }

    @Override
    Optional<Code> refusal(Call call) {
        boolean known = market.organisation.owns(call.text("receiverShortCode"));
        return known ? Optional.empty() : Optional.of(market.code(Reason.UNKNOWN_PARTY, call));
    }

    @Override
    LedgerEntry payment(Call call) {
        return market.entry(
                LedgerEntry.Kind.B2B,
                call,
                new Purse(call.text("primaryShortCode"), Account.WORKING),
                new Purse(call.text("receiverShortCode"), Account.UTILITY),
                call.text("paymentRef"));
    }

    @Override
    public Callback callback(Call call, Result result) {
        Code code = result.code();
        JsonFields outcome = JsonFields.with("resultCode", code.code())
                .and("resultDesc", code.words())
                .and("requestId", call.text("RequestRefID"))
                .and("amount", call.amount("amount").setScale(1).toPlainString());
        if (code.equals(market.success(call))) {
            outcome.and("resultType", "0")
                    .and("conversationID", call.conversation().id())
                    .and("transactionId", result.text("TransactionID"))
                    .and("status", "SUCCESS");
        } else {
            outcome.and("paymentReference", call.text("paymentRef"));
        }
        return Callback.json(call.id() + "Callback", call.text("callbackUrl"), outcome.text());
    }
}
