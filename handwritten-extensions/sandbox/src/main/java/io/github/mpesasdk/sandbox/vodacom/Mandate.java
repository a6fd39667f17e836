package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.market.Call;

/**
 * What lets a business collect from a customer.
 *
 * @param reference the caller's ThirdPartyReference
 * @param terms the request that made it
 */
record Mandate(String reference, String msisdn, String token, String id, Call terms, boolean active) {

    Mandate cancelled() {
        return new Mandate(reference, msisdn, token, id, terms, false);
    }

    @Override
    public String toString() {
        return "Mandate[active=" + active + "]";
    }
}
