package io.github.mpesasdk.sandbox.vodacom;

/**
 * What lets a business collect from a customer. Optional fields are empty if absent.
 *
 * @param reference the caller's ThirdPartyReference
 */
record Mandate(
        String reference,
        String msisdn,
        String token,
        String id,
        String firstPaymentDate,
        String frequency,
        String paymentDayFrom,
        String paymentDayTo,
        String expiryDate,
        boolean active) {

    Mandate cancelled() {
        return new Mandate(
                reference,
                msisdn,
                token,
                id,
                firstPaymentDate,
                frequency,
                paymentDayFrom,
                paymentDayTo,
                expiryDate,
                false);
    }

    @Override
    public String toString() {
        return "Mandate[active=" + active + "]";
    }
}
