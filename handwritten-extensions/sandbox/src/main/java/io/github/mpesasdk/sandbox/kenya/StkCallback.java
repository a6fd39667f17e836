package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.market.JsonFields;

/** The outcome of a push, as the gateway posts it. */
final class StkCallback {

    private final StkPayment payment;
    private final NairobiTime time;

    StkCallback(StkPayment payment, NairobiTime time) {
        this.payment = payment;
        this.time = time;
    }

    String told(ResultCode how, LedgerEntry entry) {
        JsonFields outcome = JsonFields.with("MerchantRequestID", payment.merchantRequestId())
                .and("CheckoutRequestID", payment.checkoutRequestId())
                .and("ResultCode", how.number())
                .and("ResultDesc", how.words());
        if (how.succeeded()) {
            outcome.and("CallbackMetadata", JsonFields.with("Item", paid(entry).all()));
        }
        return JsonFields.with("Body", JsonFields.with("stkCallback", outcome))
                .json()
                .toString();
    }

    private Items paid(LedgerEntry entry) {
        return new Items("Name", "Value")
                .add("Amount", ResultOperation.whole(entry.amount()))
                .add("MpesaReceiptNumber", entry.receipt())
                // The item is there and its value is not, as in the captures.
                .add("Balance")
                .add("TransactionDate", time.number(time.now()))
                .add("PhoneNumber", Long.valueOf(payment.handset()));
    }
}
