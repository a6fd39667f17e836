package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.core.testing.MarketPayment;
import io.github.mpesasdk.core.testing.RestartContract;
import java.util.List;

class VodacomRestartTest extends RestartContract {

    @Override
    protected List<MarketPayment> payments() {
        return VodacomPayment.ALL;
    }
}
