package io.github.mpesasdk.drc;

import io.github.mpesasdk.Msisdn;

/**
 * What a caller says about one payment to a customer; the client adds the rest. Used within one call, by one thread.
 */
public final class B2cDraft extends DrcDraft<B2cDraft> {

    B2cDraft() {
        name("to", "CustomerMSISDN");
    }

    /** The customer's number as people write it: {@code 0810 000 001} or {@code +243 810 000 001}. */
    public B2cDraft to(String msisdn) {
        return number("to", msisdn);
    }

    /** The customer's number. */
    public B2cDraft to(Msisdn msisdn) {
        return number("to", msisdn);
    }
}
