package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.market.Gateway;
import io.github.mpesasdk.sandbox.market.MarketServer;
import java.net.URI;
import java.util.function.Supplier;

/** A market of a tenant, with what the server keeps for it. */
record TenantMarket(Gateway gateway, Faults faults, Answers answers, Journal journal, CallbackQueue callbacks) {

    MarketServer at(Supplier<URI> baseUrl) {
        return new MarketServer(baseUrl, faults, answers, journal, callbacks::await, callbacks::redeliver);
    }

    void reset() {
        callbacks.reset();
        faults.clear();
        answers.clear();
        gateway.reset();
        journal.clear();
    }
}
