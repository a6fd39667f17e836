package io.github.mpesasdk.kenya;

import io.github.mpesasdk.daraja.model.CallbackMetadata;
import io.github.mpesasdk.daraja.model.StkCallback;
import io.github.mpesasdk.runtime.Masked;
import io.github.mpesasdk.runtime.NamedValues;
import io.github.mpesasdk.runtime.TextOrNumber;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * What the callback of a paid STK push tells, typed. {@code toString} hides everything.
 *
 * @param receipt the M-Pesa receipt, ten letters and digits
 * @param amount shillings
 * @param paidAt Nairobi time
 * @param phoneNumber the payer, digits with country code
 */
public record StkDetails(
        Optional<String> receipt,
        Optional<BigDecimal> amount,
        Optional<ZonedDateTime> paidAt,
        Optional<String> phoneNumber) {

    /** Reads the metadata; a failed push has none, and everything is empty. */
    public static StkDetails of(StkCallback callback) {
        NamedValues items = Optional.ofNullable(callback.callbackMetadata())
                .map(CallbackMetadata::item)
                .orElse(NamedValues.NONE);
        return new StkDetails(
                items.first("MpesaReceiptNumber").map(TextOrNumber::text),
                items.first("Amount").flatMap(TextOrNumber::decimal),
                items.first("TransactionDate").map(TextOrNumber::text).flatMap(NairobiTime::parse),
                items.first("PhoneNumber").map(TextOrNumber::text));
    }

    @Override
    public String toString() {
        return Masked.of("StkDetails")
                .hide("receipt", receipt)
                .hide("amount", amount)
                .toString();
    }
}
