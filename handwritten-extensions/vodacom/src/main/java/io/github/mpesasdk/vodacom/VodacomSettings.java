package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.vodacomapi.model.Currency;
import org.jspecify.annotations.Nullable;

/** What a client was built with, apart from its credentials and what all clients have. */
record VodacomSettings(
        BaseUrl base,
        Market market,
        boolean isSandbox,
        Currency currency,
        @Nullable String serviceProvider) {

    Numbers numbers() {
        return new Numbers(market, isSandbox);
    }
}
