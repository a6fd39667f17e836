package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Msisdn;

/**
 * What a caller says about one payment to a customer; the client adds the rest. Used within one call, by one thread.
 */
public final class B2cDraft extends MozambiquePaymentDraft<B2cDraft> {

    B2cDraft() {
        name("to", MSISDN);
    }

    /** The customer's number as people write it: {@code 84 123 4567}, {@code +258 84 123 4567}. */
    public B2cDraft to(String msisdn) {
        return number("to", msisdn);
    }

    /** The customer's number. */
    public B2cDraft to(Msisdn msisdn) {
        return number("to", msisdn);
    }
}
