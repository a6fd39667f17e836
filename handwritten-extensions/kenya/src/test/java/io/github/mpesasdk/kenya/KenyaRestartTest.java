package io.github.mpesasdk.kenya;

import io.github.mpesasdk.core.testing.MarketPayment;
import io.github.mpesasdk.core.testing.RestartContract;
import java.util.List;

class KenyaRestartTest extends RestartContract {

    @Override
    protected List<MarketPayment> payments() {
        return List.of(KenyaPayment.values());
    }
}
