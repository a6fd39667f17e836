package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Msisdn;

/** What a caller says about one STK push; the client adds the rest. Used within one call, by one thread. */
public final class StkPushDraft extends KenyaDraft<StkPushDraft> {

    StkPushDraft() {
        name("from", "PhoneNumber");
        name("reference", "AccountReference");
        name("description", "TransactionDesc");
    }

    /** The customer's number as people write it: {@code 0712 345 678}, {@code +254 712 345 678}. */
    public StkPushDraft from(String msisdn) {
        return number("from", "PhoneNumber", msisdn);
    }

    /** The customer's number. */
    public StkPushDraft from(Msisdn msisdn) {
        return set("from", "PhoneNumber", msisdn.digits());
    }

    /** What the customer sees as account: at most 12 characters. */
    public StkPushDraft reference(String text) {
        return set("reference", "AccountReference", text);
    }

    /** At most 13 characters. Required, although documented as optional: the gateway refuses its absence. */
    public StkPushDraft description(String text) {
        return set("description", "TransactionDesc", text);
    }
}
