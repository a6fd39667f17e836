package io.github.mpesasdk.kenya;

import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.core.transport.HttpInvoker;

/** What every group of calls works with. Its parts are immutable or thread-safe. */
record KenyaCalls(
        DarajaSettings settings,
        KenyaMarket market,
        PaymentFlow<KenyaCallback> flow,
        HttpInvoker transport,
        DarajaAuthorizer tokens) {}
