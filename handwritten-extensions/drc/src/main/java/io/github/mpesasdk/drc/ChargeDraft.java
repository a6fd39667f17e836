package io.github.mpesasdk.drc;

import io.github.mpesasdk.Msisdn;

/**
 * What a caller says about one payment of a customer; the client adds the rest. Used within one call, by one thread.
 */
public final class ChargeDraft extends DrcDraft<ChargeDraft> {

    ChargeDraft() {
        name("from", "CustomerMSISDN");
        name("surname", "Surname");
        name("initials", "Initials");
    }

    /** The customer's number as people write it: {@code 0810 000 001} or {@code +243 810 000 001}. */
    public ChargeDraft from(String msisdn) {
        return number("from", msisdn);
    }

    /** The customer's number. */
    public ChargeDraft from(Msisdn msisdn) {
        return number("from", msisdn);
    }

    /** Free text that the gateway demands; aggregators put the merchant's name here. */
    public ChargeDraft surname(String text) {
        return set("surname", "Surname", text);
    }

    /** Free text that the gateway demands; some put a description of the payment here. */
    public ChargeDraft initials(String text) {
        return set("initials", "Initials", text);
    }
}
