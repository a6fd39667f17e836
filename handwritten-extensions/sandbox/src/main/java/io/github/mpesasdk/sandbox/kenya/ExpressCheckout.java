package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.ledger.Account;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.Purse;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import java.util.Optional;

/** Prompts the operator of a till, and tells the outcome in one flat object. The phone listens to the till's number. */
final class ExpressCheckout implements DarajaOperation {

    private final KenyaState state;

    ExpressCheckout(KenyaState state) {
        this.state = state;
    }

    @Override
    public MarketAnswer handle(DarajaCall call) {
        Prompt prompt = new Prompt(state, call.text("primaryShortCode"));
        prompt.settle(call, () -> settle(call, prompt));
        return JsonFields.with("code", "0")
                .and("status", "USSD Initiated Successfully")
                .answer(200);
    }

    private void settle(DarajaCall call, Prompt prompt) {
        LedgerEntry entry = state.entry(
                LedgerEntry.Kind.B2B,
                call.amount("amount"),
                new Purse(call.text("primaryShortCode"), Account.WORKING),
                new Purse(call.text("receiverShortCode"), Account.UTILITY),
                call.text("paymentRef"),
                state.conversation(call.text("RequestRefID")));
        boolean known = state.organisation.owns(entry.creditParty());
        ResultCode how = prompt.ending(call, known ? Optional.empty() : Optional.of(ResultCode.NO_SUCH_PARTY), entry);
        prompt.post(call, "b2bExpressCheckoutCallback", "callbackUrl", how, code -> callback(call, entry, code));
    }

    private static String callback(DarajaCall call, LedgerEntry entry, ResultCode code) {
        // The number by which a prompt is cancelled is another one here.
        ResultCode said = code.equals(ResultCode.CANCELLED) ? ResultCode.failure("4001") : code;
        JsonFields outcome = JsonFields.with("resultCode", said.code())
                .and("resultDesc", said.words(call.operationId()))
                .and("requestId", call.text("RequestRefID"))
                .and("amount", entry.amount().setScale(1).toPlainString());
        if (code.succeeded()) {
            outcome.and("resultType", "0")
                    .and("conversationID", entry.conversation().id())
                    .and("transactionId", entry.receipt())
                    .and("status", "SUCCESS");
        } else {
            outcome.and("paymentReference", call.text("paymentRef"));
        }
        return outcome.json().toString();
    }
}
