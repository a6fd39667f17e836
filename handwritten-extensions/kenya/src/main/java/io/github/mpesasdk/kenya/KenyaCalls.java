package io.github.mpesasdk.kenya;

import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.daraja.model.DarajaCallback;

/** What every group of calls works with. Its parts are immutable or thread-safe. */
record KenyaCalls(
        DarajaSettings settings,
        KenyaMarket market,
        PaymentFlow<DarajaCallback> flow,
        HttpInvoker transport,
        DarajaAuthorizer tokens) {}
