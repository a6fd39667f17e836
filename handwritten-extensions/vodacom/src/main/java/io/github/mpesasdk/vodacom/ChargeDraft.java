package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Msisdn;

/**
 * What a caller says about one payment of a customer; the client adds the rest. Used within one call, by one thread.
 */
public final class ChargeDraft extends VodacomPaymentDraft<ChargeDraft> {

    ChargeDraft(Numbers numbers) {
        super(numbers, VodacomFields.PURCHASED_ITEMS);
        nameNumber("from");
    }

    /** The customer's number as people of the market write it; in the sandbox also {@code 000000000001}. */
    public ChargeDraft from(String msisdn) {
        return number("from", msisdn);
    }

    /** The customer's number. */
    public ChargeDraft from(Msisdn msisdn) {
        return number("from", msisdn);
    }
}
