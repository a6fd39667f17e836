package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.core.transport.RoutingInvoker;
import io.github.mpesasdk.vodacomapi.model.VodacomCallback;

/**
 * What every group of calls needs. Immutable; its parts are thread-safe.
 *
 * @param plain sends with the session, and the request for a session with the API key
 */
record VodacomCalls(
        VodacomSettings settings,
        VodacomMarket market,
        PaymentFlow<VodacomCallback> flow,
        RoutingInvoker plain,
        Sessions sessions) {}
