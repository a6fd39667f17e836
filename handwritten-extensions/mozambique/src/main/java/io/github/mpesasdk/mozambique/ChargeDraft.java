package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Msisdn;

/**
 * What a caller says about one payment of a customer; the client adds the rest. Used within one call, by one thread.
 */
public final class ChargeDraft extends MozambiquePaymentDraft<ChargeDraft> {

    ChargeDraft() {
        name("from", MSISDN);
    }

    /** The customer's number as people write it: {@code 84 123 4567}, {@code +258 84 123 4567}. */
    public ChargeDraft from(String msisdn) {
        return number("from", msisdn);
    }

    /** The customer's number. */
    public ChargeDraft from(Msisdn msisdn) {
        return number("from", msisdn);
    }
}
