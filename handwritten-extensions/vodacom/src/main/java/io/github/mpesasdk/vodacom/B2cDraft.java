package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Msisdn;

/**
 * What a caller says about one payment to a customer; the client adds the rest. Used within one call, by one thread.
 */
public final class B2cDraft extends VodacomPaymentDraft<B2cDraft> {

    B2cDraft(Numbers numbers) {
        super(numbers, VodacomFields.PAYMENT_ITEMS);
        nameNumber("to");
    }

    /** The customer's number as people of the market write it; in the sandbox also {@code 000000000001}. */
    public B2cDraft to(String msisdn) {
        return number("to", msisdn);
    }

    /** The customer's number. */
    public B2cDraft to(Msisdn msisdn) {
        return number("to", msisdn);
    }
}
