package io.github.mpesasdk.sandbox.kenya;

import java.util.Map;

/**
 * The one organisation that lives in the sandbox, with its short codes. They are drawn anew at each start, so that
 * nothing can come to depend on a published one.
 */
final class Organisation {

    private final String payBill;
    private final String storeNumber;
    private final String tillNumber;
    private final String businessShortCode;
    private final String passkey;
    private final Map<String, String> names;

    Organisation(Identifiers ids) {
        // Different first digits keep them apart.
        payBill = ids.number(2, 6);
        storeNumber = ids.number(3, 6);
        tillNumber = ids.number(5, 6);
        businessShortCode = ids.number(6, 6);
        passkey = ids.hex(32);
        names = Map.of(
                payBill, "Sandbox Pay Bill",
                storeNumber, "Sandbox Store",
                tillNumber, "Sandbox Till",
                businessShortCode, "Sandbox Business");
    }

    String payBill() {
        return payBill;
    }

    String storeNumber() {
        return storeNumber;
    }

    String tillNumber() {
        return tillNumber;
    }

    String businessShortCode() {
        return businessShortCode;
    }

    String passkey() {
        return passkey;
    }

    boolean owns(String shortCode) {
        return names.containsKey(shortCode);
    }

    /** Whether prompts can be sent in the name of this short code: a till collects through its store. */
    boolean collects(String shortCode) {
        return shortCode.equals(payBill) || shortCode.equals(storeNumber);
    }

    /** As results print a party. */
    String publicName(String shortCode) {
        return shortCode + " - " + names.getOrDefault(shortCode, "Somebody Else");
    }
}
