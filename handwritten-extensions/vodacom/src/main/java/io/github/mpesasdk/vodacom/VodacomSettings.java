package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.vodacomapi.model.Currency;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a client was built with, apart from its credentials. */
record VodacomSettings(
        BaseUrl base,
        Market market,
        boolean isSandbox,
        Currency currency,
        Clock clock,
        Duration firstQuestion,
        RetryPolicy retries,
        @Nullable String serviceProvider) {}
