package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.mozambiqueapi.model.MozambiqueCallback;

/** What every group of calls works with. Its parts are immutable or thread-safe. */
record MozambiqueCalls(
        MozambiqueSettings settings,
        MozambiqueMarket market,
        PaymentFlow<MozambiqueCallback> flow,
        HttpInvoker transport) {}
