package io.github.mpesasdk.kenya;

import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.callback.CallbackDesk;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.daraja.DarajaApi;
import io.github.mpesasdk.runtime.Invoker;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What every group of calls needs. Immutable; its parts are thread-safe. */
record DarajaContext(DarajaSettings settings, Invoker invoker, DarajaApi api, CallbackDesk<KenyaCallback> desk) {

    /** A fresh callback address below the caller's, or below the client's. */
    CallbackAddress address(@Nullable URI ofThisCall, String call) {
        URI base = ofThisCall != null
                ? ofThisCall
                : Required.setting(settings.callbacks(), call, DarajaBuilder.BUILDER, "callbacksAt");
        return CallbackAddress.below(checked(base));
    }

    /** An address that the environment allows; the words that it must not contain are in the spec. */
    URI checked(URI address) {
        return CallbackAddress.checked(address, !settings.isProduction());
    }

    /** The callback of a payment. A queue time-out settles nothing, and the real result may follow it. */
    CompletableFuture<KenyaCallback> callback(String segment) {
        return desk.expect(segment, event -> !(event instanceof KenyaCallback.QueueTimeout));
    }

    StkAccount stkAccount(String call) {
        return Required.setting(settings.stkAccount(), call, DarajaBuilder.BUILDER, "payBill or till");
    }

    String shortCode(String call) {
        return Required.setting(settings.shortCode(), call, DarajaBuilder.BUILDER, "shortCode");
    }

    Initiator initiator(String call) {
        return Required.setting(settings.initiator(), call, DarajaBuilder.BUILDER, "initiator");
    }
}
