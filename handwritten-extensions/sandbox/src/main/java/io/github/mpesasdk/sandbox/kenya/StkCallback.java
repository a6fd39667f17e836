package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.market.JsonFields;

/** The outcome of a push, as the gateway posts it. */
final class StkCallback {

    private final StkPayment payment;
    private final NairobiTime time;

    StkCallback(StkPayment payment, NairobiTime time) {
        this.payment = payment;
        this.time = time;
    }

    String paid(LedgerEntry entry, String handset) {
        JsonArray items = new JsonArray();
        items.add(JsonFields.with("Name", "Amount")
                .and("Value", ResultOperation.whole(entry.amount()))
                .json());
        items.add(JsonFields.with("Name", "MpesaReceiptNumber")
                .and("Value", entry.receipt())
                .json());
        // The item is there and its value is not, as in the captures.
        items.add(JsonFields.with("Name", "Balance").json());
        items.add(JsonFields.with("Name", "TransactionDate")
                .and("Value", time.number(time.now()))
                .json());
        items.add(JsonFields.with("Name", "PhoneNumber")
                .and("Value", Long.valueOf(handset))
                .json());
        JsonObject metadata = JsonFields.with("Item", items).json();
        return envelope(outcome(ResultCode.SUCCESS).and("CallbackMetadata", metadata));
    }

    String failed(ResultCode how) {
        return envelope(outcome(how));
    }

    private JsonFields outcome(ResultCode how) {
        return JsonFields.with("MerchantRequestID", payment.merchantRequestId())
                .and("CheckoutRequestID", payment.checkoutRequestId())
                .and("ResultCode", how.number())
                .and("ResultDesc", how.description());
    }

    private static String envelope(JsonFields outcome) {
        JsonObject body = JsonFields.with("stkCallback", outcome.json()).json();
        return JsonFields.with("Body", body).json().toString();
    }
}
