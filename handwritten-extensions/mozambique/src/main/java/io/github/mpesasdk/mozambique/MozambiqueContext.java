package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.core.callback.CallbackDesk;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.runtime.Invoker;

/** What every group of calls needs. Immutable; its parts are thread-safe. */
record MozambiqueContext(
        MozambiqueSettings settings, Invoker invoker, MozambiqueApi api, CallbackDesk<MozambiqueCallback> desk) {

    String serviceProvider(String call) {
        return Required.setting(settings.serviceProvider(), call, MozambiqueBuilder.BUILDER, "serviceProvider");
    }

    Initiator initiator(String call) {
        return Required.setting(settings.initiator(), call, MozambiqueBuilder.BUILDER, "initiator");
    }
}
