package io.github.mpesasdk.sandbox.kenya;

import java.util.Map;

/**
 * The one organisation that lives in the sandbox, with its short codes. They are drawn anew at each start, so that
 * nothing can come to depend on a published one.
 */
record Organisation(String payBill, String storeNumber, String tillNumber, String businessShortCode, String passkey) {

    static Organisation drawn(Identifiers ids) {
        // Different first digits keep them apart.
        return new Organisation(ids.number(2, 6), ids.number(3, 6), ids.number(5, 6), ids.number(6, 6), ids.hex(32));
    }

    boolean owns(String shortCode) {
        return names().containsKey(shortCode);
    }

    /** Whether prompts can be sent in the name of this short code: a till collects through its store. */
    boolean collects(String shortCode) {
        return shortCode.equals(payBill) || shortCode.equals(storeNumber);
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
