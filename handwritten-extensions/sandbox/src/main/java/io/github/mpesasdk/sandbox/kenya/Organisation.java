package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.market.Credentials;
import java.util.Map;

/**
 * The one organisation that lives in the sandbox, with its short codes. None of them is one that an operator has
 * published.
 */
record Organisation(
        String payBill,
        String storeNumber,
        String tillNumber,
        String businessShortCode,
        String passkey,
        boolean takesAnyone) {

    static Organisation of(Credentials credentials, boolean takesAnyone) {
        // Different first digits keep them apart.
        return new Organisation(
                credentials.shortCode("kenya.payBill", 2, 7),
                credentials.shortCode("kenya.storeNumber", 3, 7),
                credentials.shortCode("kenya.tillNumber", 5, 7),
                credentials.shortCode("kenya.businessShortCode", 6, 9),
                credentials.hex("kenya.passkey", 64),
                takesAnyone);
    }

    /** The short code whose money it is: a till has two numbers, and is one till under both. */
    String party(String shortCode) {
        return shortCode.equals(storeNumber) ? tillNumber : shortCode;
    }

    boolean owns(String shortCode) {
        return takesAnyone || names().containsKey(shortCode);
    }

    /** Whether prompts can be sent in the name of this short code: a till collects through its store. */
    boolean collects(String shortCode) {
        return takesAnyone || shortCode.equals(payBill) || shortCode.equals(storeNumber);
    }

    /** Whether a till is paid through its store. */
    boolean isTill(String paid, String collector) {
        return takesAnyone || (collector.equals(storeNumber) && paid.equals(tillNumber));
    }

    /** Whether a pay bill is paid in its own name. */
    boolean isPayBill(String paid, String collector) {
        return paid.equals(collector) && (takesAnyone || paid.equals(payBill));
    }

    /** As results print a party. */
    String publicName(String shortCode) {
        return shortCode + " - " + names().getOrDefault(shortCode, "Somebody Else");
    }

    @Override
    public String toString() {
        return "Organisation[***]";
    }

    private Map<String, String> names() {
        return Map.of(
                payBill, "Sandbox Pay Bill",
                storeNumber, "Sandbox Store",
                tillNumber, "Sandbox Till",
                businessShortCode, "Sandbox Business");
    }
}
