package io.github.mpesasdk.drc;

import io.github.mpesasdk.core.testing.MarketPayment;
import io.github.mpesasdk.core.testing.RestartContract;
import java.util.List;

class DrcRestartTest extends RestartContract {

    // No code is known that settles a payment to a customer as failed.
    @Override
    protected List<MarketPayment> payments() {
        return List.of(DrcPayment.C2B);
    }
}
