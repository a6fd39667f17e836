package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.core.callback.CallbackDesk;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.runtime.Invoker;
import io.github.mpesasdk.vodacomapi.VodacomApi;
import io.github.mpesasdk.vodacomapi.model.Country;
import io.github.mpesasdk.vodacomapi.model.Currency;

/**
 * What every group of calls needs. Immutable; its parts are thread-safe.
 *
 * @param invoker sends with the session, and the request for a session with the API key
 * @param desk where callbacks arrive, under the id of ours that they repeat
 */
record VodacomContext(VodacomSettings settings, Invoker invoker, VodacomApi api, CallbackDesk<Heard> desk) {

    Country country() {
        return settings.market().country();
    }

    Currency currency() {
        return settings.currency();
    }

    Numbers numbers() {
        return new Numbers(settings.market(), settings.isSandbox());
    }

    String serviceProvider(String call) {
        return Required.setting(settings.serviceProvider(), call, VodacomOpenApiBuilder.BUILDER, "serviceProvider");
    }
}
