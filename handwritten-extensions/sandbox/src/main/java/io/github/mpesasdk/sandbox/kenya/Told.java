package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.gateway.Call;
import io.github.mpesasdk.sandbox.gateway.Operation;
import io.github.mpesasdk.sandbox.gateway.Result;
import io.github.mpesasdk.sandbox.market.Callback;

/** An operation that is accepted at once, and whose outcome is told in a callback of its own form. */
interface Told extends Operation {

    /** It was accepted. */
    Result acceptance(Call call);

    /** The outcome. */
    Callback callback(Call call, Result result);
}
