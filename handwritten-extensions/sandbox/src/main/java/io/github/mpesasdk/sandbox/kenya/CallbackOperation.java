package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Callback;
import io.github.mpesasdk.sandbox.market.Operation;
import io.github.mpesasdk.sandbox.market.Result;

/** An operation that is accepted at once, and whose outcome is told in a callback of its own form. */
interface CallbackOperation extends Operation {

    /** It was accepted. */
    Result acceptance(Call call);

    /** The outcome. */
    Callback callback(Call call, Result result);
}
