package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.market.SandboxMarket;

/** A market with what the server keeps for it. */
record Stall<M extends SandboxMarket>(M market, Faults faults, Journal journal, CallbackQueue callbacks) {

    void reset() {
        callbacks.reset();
        faults.clear();
        market.reset();
        journal.clear();
    }
}
