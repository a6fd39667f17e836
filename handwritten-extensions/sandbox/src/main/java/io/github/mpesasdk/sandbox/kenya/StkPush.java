package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.kenya.DarajaErrors.Refusal;
import io.github.mpesasdk.sandbox.ledger.Account;
import io.github.mpesasdk.sandbox.ledger.Conversation;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.Purse;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import java.util.Optional;

/** Puts a prompt on a handset, waits for the customer, and tells the outcome. */
final class StkPush implements DarajaOperation {

    private static final String ACCEPTED = "Success. Request accepted for processing";
    private static final String CALLBACK = "stkPushCallback";
    private static final String TO_A_TILL = "CustomerBuyGoodsOnline";

    private final KenyaState state;
    private final StkMerchant merchant;

    StkPush(KenyaState state) {
        this.state = state;
        this.merchant = new StkMerchant(state);
    }

    @Override
    public MarketAnswer handle(DarajaCall call) {
        Optional<MarketAnswer> refusal = merchant.refusal(call);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String handset = call.text("PhoneNumber");
        StkPayment payment = new StkPayment(
                state.ids.request(), state.ids.checkout(handset), call.text("BusinessShortCode"), handset, null);
        if (!state.stkPayments.open(payment)) {
            return state.errors.say(Refusal.SUBSCRIBER_LOCKED);
        }
        Prompt prompt = new Prompt(state, handset);
        prompt.settle(call, () -> settle(call, payment, prompt));
        return JsonFields.with("MerchantRequestID", payment.merchantRequestId())
                .and("CheckoutRequestID", payment.checkoutRequestId())
                .and("ResponseCode", "0")
                .and("ResponseDescription", ACCEPTED)
                .and("CustomerMessage", ACCEPTED)
                .answer(200);
    }

    private void settle(DarajaCall call, StkPayment payment, Prompt prompt) {
        StkCallback callback = new StkCallback(payment, state.time);
        LedgerEntry entry = state.entry(
                LedgerEntry.Kind.STK_PUSH,
                call.amount(),
                Purse.of(call.text("PartyA")),
                new Purse(call.text("PartyB"), Account.UTILITY),
                call.text("AccountReference"),
                new Conversation(KenyaState.MARKET, payment.merchantRequestId(), payment.checkoutRequestId()));
        ResultCode how = prompt.ending(call, misdirected(call), entry);
        state.stkPayments.end(payment, how);
        prompt.post(call, CALLBACK, "CallBackURL", how, code -> callback.told(code, entry));
    }

    /**
     * A pay bill is paid in its own name, a till in the name of its store. Mixing them up shows only in the outcome.
     */
    private Optional<ResultCode> misdirected(DarajaCall call) {
        Organisation organisation = state.organisation;
        String collector = call.text("BusinessShortCode");
        String paid = call.text("PartyB");
        boolean till = call.text("TransactionType").equals(TO_A_TILL);
        if (!organisation.owns(paid)) {
            return Optional.of(ResultCode.NO_SUCH_PARTY);
        }
        boolean right = till
                ? collector.equals(organisation.storeNumber()) && paid.equals(organisation.tillNumber())
                : collector.equals(organisation.payBill()) && paid.equals(collector);
        return right ? Optional.empty() : Optional.of(ResultCode.NOT_PERMITTED);
    }
}
