package io.github.mpesasdk.drc;

import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.drcapi.model.DrcCallback;

/** What every group of calls works with. Its parts are immutable or thread-safe. */
record DrcCalls(PaymentFlow<DrcCallback> flow, HttpInvoker transport, LoginAuthorizer sessions) {}
