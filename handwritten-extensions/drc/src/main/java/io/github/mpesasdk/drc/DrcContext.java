package io.github.mpesasdk.drc;

import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.callback.CallbackDesk;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.drcapi.DrcApi;
import io.github.mpesasdk.runtime.Invoker;

/** What every group of calls needs. Immutable; its parts are thread-safe. */
record DrcContext(DrcSettings settings, Invoker invoker, DrcApi api, CallbackDesk<Heard> desk) {

    static final String BUILDER = "DrcGateway.builder()";

    DrcAccounts.C2bAccount c2bAccount(String call) {
        return Required.setting(settings.accounts().c2b(), call, BUILDER, "c2bAccount");
    }

    DrcAccounts.B2cAccount b2cAccount(String call) {
        return Required.setting(settings.accounts().b2c(), call, BUILDER, "b2cAccount");
    }

    /** A callback address for one payment. */
    CallbackAddress freshAddress(String call) {
        return CallbackAddress.below(Required.setting(settings.callbacks(), call, BUILDER, "callbacksAt"));
    }
}
