package io.github.mpesasdk;

import io.github.mpesasdk.runtime.Masked;

/**
 * What names a payment when asking for its outcome. {@code toString} hides the value: some references contain a phone
 * number or prove the origin of a callback. Keep the two parts in your own records; they are enough to ask again later.
 *
 * @param field the wire name of what it is, for example {@code CheckoutRequestID} or {@code OriginatorConversationID}
 * @param value the reference itself
 */
public record Reference(String field, String value) {

    @Override
    public String toString() {
        return field + "=" + Masked.MASK;
    }
}
