package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.kenya.DarajaErrors.Refusal;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import java.util.Optional;

/** Says what became of a prompt. */
final class StkQuery implements DarajaOperation {

    private final KenyaState state;
    private final StkMerchant merchant;

    StkQuery(KenyaState state) {
        this.state = state;
        this.merchant = new StkMerchant(state);
    }

    @Override
    public MarketAnswer handle(DarajaCall call) {
        return merchant.refusal(call).orElseGet(() -> state.stkPayments
                .find(call.text("CheckoutRequestID"))
                .filter(payment -> payment.shortCode().equals(call.text("BusinessShortCode")))
                .map(this::answer)
                // Inferred: no public source shows the answer for an id that the gateway does not know.
                .orElseGet(() -> state.errors.invalid("CheckoutRequestID")));
    }

    private MarketAnswer answer(StkPayment payment) {
        Optional<ResultCode> result = Optional.ofNullable(payment.result());
        if (result.isEmpty() && state.pendingForm == PendingForm.ERROR_500) {
            return state.errors.say(Refusal.STILL_PROCESSED);
        }
        ResultCode how = result.orElse(ResultCode.PENDING);
        return JsonFields.with("ResponseCode", "0")
                // The gateway's own spelling.
                .and("ResponseDescription", "The service request has been accepted successsfully")
                .and("MerchantRequestID", payment.merchantRequestId())
                .and("CheckoutRequestID", payment.checkoutRequestId())
                .and("ResultCode", how.code())
                .and("ResultDesc", how.words())
                .answer(200);
    }
}
