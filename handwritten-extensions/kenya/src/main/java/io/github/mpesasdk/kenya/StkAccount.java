package io.github.mpesasdk.kenya;

import java.time.Instant;

/**
 * The short code that takes STK payments. {@code toString} hides the passkey.
 *
 * @param businessShortCode the paybill, or the store number of a till
 * @param receiver the paybill, or the till number, which is not the store number
 * @param passkey from the portal
 * @param isTill whether customers buy goods at a till
 */
record StkAccount(String businessShortCode, String receiver, String passkey, boolean isTill) {

    static StkAccount payBill(String shortCode, String passkey) {
        return new StkAccount(shortCode, shortCode, passkey, false);
    }

    static StkAccount till(String storeNumber, String tillNumber, String passkey) {
        return new StkAccount(storeNumber, tillNumber, passkey, true);
    }

    /**
     * The short code that a customer paid, where this one is reported: nobody knows whether the money of a till comes
     * under its own number or its store's.
     */
    String paid(String reported) {
        return reported.equals(businessShortCode) ? receiver : reported;
    }

    StkPassword passwordAt(Instant moment) {
        return StkPassword.at(moment, businessShortCode, passkey);
    }

    StkPassword passwordAt(String timestamp) {
        return StkPassword.of(businessShortCode, passkey, timestamp);
    }

    @Override
    public String toString() {
        return "StkAccount[" + businessShortCode + ", " + receiver + ", ***]";
    }
}
